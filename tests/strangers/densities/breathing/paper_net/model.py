import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, centre, spread):
    """From a window (b, 80, 3) to the median of the rate and the log of its scale (b, 2)."""
    x = window = keras.Input(inputs.shape, name="window")
    for i, width in enumerate((9, 7, 5)):
        x = layers.Conv1D(
            filters,
            width,
            strides=2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)
        x = layers.ReLU(name=f"relu_{i}")(layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x))
    x = layers.GRU(24, name="gru")(x)  # (b, 24)
    x = layers.Dense(2, kernel_initializer=initializer.kernel(), name="last")(x)
    median = centre + spread * x[:, :1]  # begins near the usual rate
    return keras.Model(window, ops.concatenate([median, x[:, 1:]], axis=-1), name="breathing")
