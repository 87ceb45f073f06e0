import keras
from keras import layers


def network(inputs, targets, initializer, filters, kernel):
    """A small convolutional network over time, averaged over the burst."""
    x = burst = keras.Input(inputs.shape, dtype=inputs.dtype, name="burst")
    for i, width in enumerate(filters):
        x = layers.Conv1D(
            width, kernel, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"conv_{i}"
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
        if i == 0:
            x = layers.MaxPooling1D(2, name="pool")(x)  # (b, t / 2, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(burst, x, name="modulation")  # (b, classes)
