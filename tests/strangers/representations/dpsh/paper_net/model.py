import keras
from keras import layers


def network(inputs, targets, initializer, filters, bits):
    """From a digit to the numbers whose signs are its code.

    Source: Li et al. 2016, Feature Learning based Deep Supervised Hashing with Pairwise Labels, arXiv 1511.03855.
    """
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    for i, width in enumerate(filters):
        x = layers.Conv2D(
            width, 3, padding="same", activation="relu", kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]), name=f"conv_{i}",
        )(x)  # fmt: skip
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    code = layers.Dense(
        bits,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="code",
    )(x)
    return keras.Model(image, code, name="hashing")  # (b, bits)
