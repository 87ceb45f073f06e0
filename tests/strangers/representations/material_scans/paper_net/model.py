import keras
from keras import layers


def network(inputs, targets, initializer, filters, kernel, dropout):
    """Convolutions along the wavelengths; which of four plastics it is."""
    x = scan = keras.Input(inputs.shape, dtype=inputs.dtype, name="scan")  # (b, 96, 1)
    for i, width in enumerate(filters):
        x = layers.Conv1D(
            width, kernel, strides=2, padding="same", activation="gelu", kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=kernel * x.shape[-1]), name=f"conv_{i}",
        )(x)  # fmt: skip
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    logits = layers.Dense(
        targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="plastic",
    )(x)  # fmt: skip
    return keras.Model(scan, logits, name="scans")
