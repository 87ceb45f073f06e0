import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From a site's covariates to the logits of occupancy and of detection."""
    x = covariates = keras.Input(inputs.shape, name="covariates")
    for depth, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{depth}",
        )(x)  # (b, width)
    logits = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 2)
    return keras.Model(covariates, logits, name="occupancy")
