import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, dropout):
    """Two convolutions over the channels, then one layer for all nuclides."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")  # (b, 96, 1)
    x = layers.Rescaling(0.2)(ops.sqrt(counts))  # whose noise is the same everywhere
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv1D(width, 5, padding="same", name=f"conv_{i}", **options(5 * x.shape[-1]))(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.MaxPooling1D(2)(layers.ReLU()(x))  # (b, 48, filters), (b, 24, 2 filters)
    x = layers.Flatten()(x)  # (b, 48 filters)
    x = layers.Dropout(dropout)(x)
    x = layers.Dense(targets.shape[0], activation="sigmoid", name="present", **options(x.shape[-1]))(x)  # (b, 6)
    return keras.Model(counts, x, name="nuclides")
