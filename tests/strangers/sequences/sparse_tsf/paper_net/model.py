import keras
from keras import layers, ops


def network(inputs, targets, initializer, period, kernel):
    """Cross-period sparse forecasting: each hour of the day has a series over days, and one layer forecasts them all.

    Source: Lin et al. 2024, arXiv 2405.00946, Section 3.2.
    """
    days, ahead = inputs.shape[0] // period, targets.shape[0] // period
    past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, l)
    mean = layers.Lambda(lambda x: ops.mean(x, axis=-1, keepdims=True), output_shape=(1,), name="mean")(past)
    x = layers.Subtract(name="centred")([past, mean])
    x = layers.Reshape((-1, 1))(x)  # (b, l, 1)
    options = {"kernel_initializer": initializer.kernel(), "use_bias": False}
    x = layers.Add(name="aggregated")([x, layers.Conv1D(1, kernel, padding="same", name="sliding", **options)(x)])
    x = layers.Reshape((days, period))(x)  # (b, days, period)
    x = layers.Permute((2, 1))(x)  # (b, period, days)
    options = {"kernel_initializer": initializer.kernel(), "use_bias": False}
    x = layers.Dense(ahead, name="days", **options)(x)  # (b, period, ahead)
    x = layers.Permute((2, 1))(x)  # (b, ahead, period)
    x = layers.Reshape(targets.shape)(x)  # (b, h)
    return keras.Model(past, layers.Add(name="forecast")([x, mean]), name="sparse_tsf")
