import keras
from keras import layers


def network(inputs, targets, initializer, width, units):
    """Random word vectors and a random recurrent network, neither of them trained; what is learnt is linear."""

    def recurrent(name, backwards):
        return layers.LSTM(
            units,
            return_sequences=True,
            go_backwards=backwards,
            kernel_initializer=initializer.kernel(),
            recurrent_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=width),
            trainable=False,  # as the paper means it: the encoder stays as it was drawn
            name=name,
        )

    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    uniform = keras.initializers.RandomUniform(-(3**0.5), 3**0.5)
    x = layers.Embedding(inputs.classes, width, embeddings_initializer=uniform, trainable=False, name="vectors")(words)
    both = layers.Concatenate(name="states")([recurrent("forwards", False)(x), recurrent("backwards", True)(x)])
    x = layers.GlobalMaxPooling1D(name="strongest")(both)  # (b, 2 * units), over all steps of either direction
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="logits",
    )(x)
    return keras.Model(words, logits, name="random_encoder")
