import keras
from keras import layers


def network(inputs, targets, initializer, skills, units, width):
    """A recurrent network that reads answers, and tells after each how likely each skill is answered right next."""
    answered = keras.Input(inputs.shape, dtype=inputs.dtype, name="answered")  # (b, t)
    x = layers.Embedding(inputs.classes, width, embeddings_initializer=initializer.kernel(), name="answer")(answered)
    x = layers.LSTM(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="knowledge",
    )(x)  # (b, t, units)
    x = layers.Dense(
        skills, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="logits"
    )(x)  # (b, t, skills)
    return keras.Model(answered, x, name="knowledge_tracing")
