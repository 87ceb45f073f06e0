"""What learns: one trunk of convolutions, the setting joined to it, two heads.

Shapes: b batch, t steps, c channels.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, width, dropout):
    """From vibration (b, 64, 3) and setting (b, 2) to logits of the fault (b, 3) and hours (b, 1)."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    vibration = keras.Input(inputs["vibration"].shape, name="vibration")
    setting = keras.Input(inputs["setting"].shape, name="setting")
    x = vibration
    for i, size in enumerate([7, 5, 3]):
        x = layers.Conv1D(
            width,
            size,
            strides=2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)  # (b, 64 / 2^(i+1), width)
    mean, peak = layers.GlobalAveragePooling1D(name="mean")(x), layers.GlobalMaxPooling1D(name="peak")(x)
    x = layers.Concatenate(name="join")([mean, peak, setting])  # (b, 2 width + 2)
    x = layers.Dense(32, activation="relu", **options(x.shape[-1]), name="hidden")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    fault = layers.Dense(targets["fault"].classes, **options(32), name="fault")(x)
    hours = layers.Dense(1, activation="softplus", **options(32), name="hours")(x)
    return keras.Model({"vibration": vibration, "setting": setting}, {"fault": fault, "hours": hours}, name="pump")
