import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """A convolution for each sensor, a recurrent layer over both; roll and pitch where the window ends."""
    given = {name: keras.Input(it.shape, dtype=it.dtype, name=name) for name, it in inputs.items()}
    branches = []
    for name, x in given.items():  # (b, t, 3)
        for i in range(2):
            x = layers.Conv1D(
                filters,
                5,
                strides=2,
                padding="same",
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
                name=f"{name}_{i}",
            )(x)
            x = layers.LayerNormalization(name=f"{name}_norm_{i}")(x)
            x = layers.Activation("silu", name=f"{name}_silu_{i}")(x)
        branches.append(x)  # (b, t / 4, filters)
    x = layers.Concatenate(name="both")(branches)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="angles",
    )(x)
    return keras.Model(given, x, name="attitude")  # (b, 2)
