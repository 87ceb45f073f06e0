import keras
from keras import layers


def network(inputs, targets, initializer, bins, dropout):
    """A small convolutional network that answers with a distribution over the angles, as logits (b, bins)."""
    options = lambda x, area: {  # noqa: E731
        "kernel_initializer": initializer.kernel(),
        "bias_initializer": initializer.bias(fan_in=area * x.shape[-1]),
    }
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    for i, width in enumerate([8, 16, 32]):
        x = layers.Conv2D(width, 3, strides=2, padding="same", activation="elu", name=f"conv_{i}", **options(x, 9))(x)
    x = layers.Flatten(name="flatten")(x)  # (b, 3 * 3 * 32)
    x = layers.Dense(64, activation="elu", name="hidden", **options(x, 1))(x)  # (b, 64)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(bins, name="angles", **options(x, 1))(x)  # (b, bins)
    return keras.Model(image, x, name="dldl")
