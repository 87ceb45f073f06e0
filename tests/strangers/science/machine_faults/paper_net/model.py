import keras
from keras import layers


def network(inputs, targets, initializer, filters, dropout):
    """Convolutions over time, normalized, then the maximum and the mean over it; a logit for each fault."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = window = keras.Input(inputs.shape, dtype=inputs.dtype, name="window")  # (b, t, 3)
    for i, (width, size) in enumerate([(filters, 9), (2 * filters, 5)]):
        kernel = initializer.kernel()
        x = layers.Conv1D(width, size, padding="same", use_bias=False, kernel_initializer=kernel, name=f"conv_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.LeakyReLU(0.1, name=f"leaky_{i}")(x)
        x = layers.MaxPooling1D(2, name=f"pool_{i}")(x)  # (b, t / 2, filters), (b, t / 4, 2 filters)
    most, mean = layers.GlobalMaxPooling1D(name="most")(x), layers.GlobalAveragePooling1D(name="mean")(x)
    x = layers.Concatenate(name="both")([most, mean])  # (b, 4 filters)
    x = layers.Dropout(dropout, name="dropout")(x)
    return keras.Model(window, layers.Dense(targets.shape[-1], name="faults", **options(x.shape[-1]))(x))  # (b, 4)
