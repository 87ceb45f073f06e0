import keras
from keras import layers


def network(inputs, targets, initializer, filters, noise, penalty):
    """Deep retina: two convolutions over space with the frames as channels, noise within; a rate for each cell."""
    options = {"kernel_regularizer": keras.regularizers.L2(penalty)}
    x = movie = keras.Input(inputs.shape, dtype=inputs.dtype, name="movie")  # (b, side, side, frames)
    for i, width in enumerate(filters):
        x = layers.Conv2D(
            width,
            [5, 3][i],
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=[25, 9][i] * x.shape[-1]),
            name=f"convolution_{i}",
            **options,
        )(x)
        x = layers.GaussianNoise(noise, name=f"noise_{i}")(layers.BatchNormalization(name=f"norm_{i}")(x))
        x = layers.ReLU(name=f"relu_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    rate = layers.Dense(
        targets.shape[0],
        activation="softplus",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="rate",
        **options,
    )(x)
    return keras.Model(movie, rate, name="deep_retina")  # (b, cells)
