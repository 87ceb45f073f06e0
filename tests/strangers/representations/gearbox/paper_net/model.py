"""YOURS. What learns. Shapes: b batch, t time."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, groups):
    """Three convolutions over time, a mean over time, logits."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = window = keras.Input(inputs.shape, dtype=inputs.dtype, name="window")  # (b, t, 2)
    for i, width in enumerate([15, 7, 5]):
        x = layers.Conv1D(filters, width, padding="same", name=f"convolution_{i}", **start(width * x.shape[-1]))(x)
        x = layers.GroupNormalization(groups, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
        x = layers.MaxPooling1D(name=f"pool_{i}")(x)  # (b, t/8, filters) in the end
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, filters)
    x = layers.Dropout(0.1, name="dropout")(x)
    return keras.Model(window, layers.Dense(targets.classes, name="logits", **start(filters))(x), name="gearbox")
