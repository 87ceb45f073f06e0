import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The classifier that the noise is put to: two hidden layers, with batch normalization."""
    x = spectrum = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrum")  # (b, 30)
    for i, width in enumerate(units):
        x = layers.Dense(width, kernel_initializer=initializer.kernel(), use_bias=False, name=f"dense_{i}")(x)
        x = layers.BatchNormalization(momentum=0.95, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)  # (b, width)
    logits = layers.Dense(
        targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # fmt: skip
    return keras.Model(spectrum, logits, name="classifier")
