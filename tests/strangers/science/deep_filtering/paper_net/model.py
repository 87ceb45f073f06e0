import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Deep filtering's classifier: convolution, pooling, relu, three times, the later ones dilated; one logit."""
    x = strain = keras.Input(inputs.shape, dtype=inputs.dtype, name="strain")  # (b, t, 1)
    for i, (width, kernel, dilation, pool) in enumerate(zip(filters, [16, 8, 8], [1, 1, 2], [4, 4, 2], strict=True)):
        x = layers.Conv1D(
            width,
            kernel,
            dilation_rate=dilation,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=kernel * x.shape[-1]),
            name=f"convolution_{i}",
        )(x)
        x = layers.ReLU(name=f"relu_{i}")(layers.MaxPooling1D(pool, name=f"pool_{i}")(x))
    x = layers.Flatten(name="flatten")(x)
    for width, activation in [(32, "relu"), (1, None)]:
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{width}",
        )(x)
    return keras.Model(strain, x, name="deep_filtering")  # (b, 1)
