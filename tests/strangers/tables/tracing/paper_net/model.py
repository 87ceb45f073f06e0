import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From all answers so far, the logit of answering what is asked next."""
    answered = keras.Input(inputs["answered"].shape, dtype="int32", name="answered")
    asked = keras.Input(inputs["asked"].shape, dtype="int32", name="asked")
    known = layers.Embedding(inputs["answered"].classes, units, name="interactions")(answered)  # (b, t, u)
    known = layers.LSTM(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        name="knowledge",
    )(known)
    wanted = layers.Embedding(inputs["asked"].classes, units, name="skills")(asked)  # (b, t, u)
    x = layers.Concatenate(name="both")([known, known * wanted, wanted])  # (b, t, 3 u)
    x = dense(units, "relu", x, initializer, "hidden")(x)
    x = dense(1, None, x, initializer, "logit")(x)  # (b, t, 1)
    return keras.Model(
        {"answered": answered, "asked": asked}, layers.Reshape(targets.shape, name="logits")(x), name="tracing"
    )


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
