import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A hidden layer that all assays share, and a logit for each."""
    prints = keras.Input(inputs.shape, dtype=inputs.dtype, name="fingerprint")  # (b, bits)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[-1]),
        name="shared",
    )(prints)
    x = layers.Dropout(0.2, name="dropout")(x)
    x = layers.Dense(
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)
    return keras.Model(prints, x, name="toxicity")  # (b, tasks)
