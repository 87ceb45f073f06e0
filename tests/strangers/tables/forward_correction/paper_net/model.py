import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Logits of the true class, by two hidden layers."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = image
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, x, name="digits")  # (b, 10)
