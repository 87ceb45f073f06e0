import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Convolutions, one wide layer, and two regressors: position and orientation, which is not normalized here."""
    x = view = keras.Input(inputs.shape, dtype=inputs.dtype, name="view")  # (b, 24, 24, 3)
    for i, filters in enumerate((16, 32, 32)):
        x = layers.Conv2D(
            filters,
            3,
            strides=2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)  # (b, 12 6 3, …, filters)
    x = layers.Flatten(name="flat")(x)

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = dense(x, units, activation="relu", name="feature")  # (b, units)
    x = layers.Dropout(dropout, name="dropped")(x)
    pose = {name: dense(x, targets[name].shape[0], name=name) for name in ("position", "orientation")}
    return keras.Model(view, pose, name="posenet")
