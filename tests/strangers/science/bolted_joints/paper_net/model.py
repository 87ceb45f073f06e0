import keras
from keras import layers


def network(inputs, targets, initializer, filters, kernel_size, dropout):
    """Strided convolutions, each with batch normalization; the mean over time; a linear layer."""
    x = record = keras.Input(inputs.shape, dtype=inputs.dtype, name="record")  # (b, t, 1)
    for i, channels in enumerate(filters):
        x = layers.Conv1D(
            channels,
            kernel_size,
            2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)
        x = layers.Activation("relu")(layers.BatchNormalization(name=f"norm_{i}")(x))  # (b, t / 2, channels)
    x = layers.Dropout(dropout)(layers.GlobalAveragePooling1D(name="pool")(x))
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(record, x, name="joints")
