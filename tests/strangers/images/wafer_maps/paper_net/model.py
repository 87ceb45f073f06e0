import keras
from keras import layers


def network(inputs, targets, initializer, widths, groups):
    """Convolutions with group normalization, mean and maximum over the wafer, and a probability for each pattern."""
    x = wafer = keras.Input(inputs.shape, dtype=inputs.dtype, name="wafer")  # (b, 22, 22, 1)
    for i, width in enumerate(widths):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, "name": f"conv_{i}"}
        x = layers.Conv2D(width, 3, strides=1 if i == 0 else 2, **options)(x)
        x = layers.GroupNormalization(groups, name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)
    mean, most = layers.GlobalAveragePooling2D(name="mean")(x), layers.GlobalMaxPooling2D(name="most")(x)
    x = layers.Concatenate(name="both")([mean, most])  # (b, 2 * 32)
    probabilities = layers.Dense(
        targets.shape[0],
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="patterns",
    )(x)
    return keras.Model(wafer, probabilities, name="wafer_maps")  # (b, 4)
