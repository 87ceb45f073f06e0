import keras
from keras import layers


def network(inputs, targets, initializer):
    """Three strided convolutions, a hidden layer, and four free numbers."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    for i, units in enumerate((12, 24, 32)):
        x = layers.Conv2D(
            units,
            3,
            strides=2,
            padding="same",
            activation="relu",
            name=f"conv_{i}",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)  # (b, 12, 12, 12), (b, 6, 6, 24), (b, 3, 3, 32)
    x = layers.Flatten(name="flatten")(x)  # (b, 288)
    x = dense(x, 64, initializer, activation="relu", name="hidden")  # (b, 64)
    return keras.Model(image, dense(x, 4, initializer, name="box"), name="box_regressor")  # (b, 4)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
