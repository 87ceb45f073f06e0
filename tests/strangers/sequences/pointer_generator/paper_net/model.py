import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, generated):
    """A pointer-generator (See et al. 2017): each word is generated, of few known ones, or copied from the source.

    Args:
        embedding, units: widths.
        generated: words that the decoder can generate; any other can only be copied.
    """
    words = inputs["source"].classes

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    source = keras.Input(inputs["source"].shape, dtype="int32", name="source")  # (b, t)
    before = keras.Input(inputs["before"].shape, dtype="int32", name="before")  # (b, u)
    embed = layers.Embedding(words, embedding, name="embedding")
    gru = layers.GRU(units, return_sequences=True, return_state=True, kernel_initializer=initializer.kernel())
    h, forward, backward = layers.Bidirectional(gru, name="encoder")(embed(source))  # (b, t, 2 units)
    first = dense(units, layers.Concatenate()([forward, backward]), activation="tanh", name="first_state")
    x = embed(before)  # (b, u, e)
    s = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="decoder")(
        x, initial_state=first
    )  # (b, u, units)
    hidden = (
        dense(units, h, name="of_source")[:, None] + dense(units, s, name="of_state")[:, :, None]
    )  # (b, u, t, units)
    score = dense(1, ops.tanh(hidden), name="score")[..., 0]  # (b, u, t)
    attention = ops.softmax(score, axis=-1)
    context = ops.matmul(attention, h)  # (b, u, 2 units)
    state = layers.Concatenate(name="state")([s, context])
    vocabulary = dense(generated, dense(units, state, name="mixed"), activation="softmax", name="vocabulary")
    vocabulary = ops.pad(vocabulary, [[0, 0], [0, 0], [0, words - generated]])  # (b, u, words)
    p_gen = dense(1, layers.Concatenate()([state, x]), activation="sigmoid", name="p_gen")  # (b, u, 1)
    copied = ops.matmul(attention, ops.one_hot(source, words))  # (b, u, words)
    return keras.Model({"source": source, "before": before}, p_gen * vocabulary + (1 - p_gen) * copied)
