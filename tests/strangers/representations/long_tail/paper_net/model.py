import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two hidden layers, and a logit for each class."""
    x = signal = keras.Input(inputs.shape, name="signal")
    for name in ("first", "second"):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)  # (b, units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, classes)
    return keras.Model(signal, logits, name="network")
