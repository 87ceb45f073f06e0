import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, pools, knots, units):
    """N-HiTS: blocks that look at the history at several rates, each takes away what it explains and adds a forecast.

    Args:
        pools: of each block, steps that its maximum pooling takes together.
        knots: of each block, points of its forecast, between which it is a straight line; the fewer, the slower.
        units: of its two hidden layers.

    Source: Challu et al. 2022, arXiv 2201.12886, section 3.
    """
    history, horizon = inputs.shape[0], targets.shape[0]

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, history)
    rest, forecast = series, 0.0
    for i, (pool, few) in enumerate(zip(pools, knots, strict=True)):
        x = layers.MaxPooling1D(pool, padding="same", name=f"pool_{i}")(rest[..., None])[..., 0]  # (b, history / pool)
        for j in range(2):
            x = dense(units, x, activation="relu", name=f"hidden_{i}_{j}")
        back = few * history // horizon
        backcast = ops.matmul(dense(back, x, name=f"backcast_{i}"), interpolation(back, history))
        rest = rest - backcast
        forecast = forecast + ops.matmul(dense(few, x, name=f"forecast_{i}"), interpolation(few, horizon))
    return keras.Model(series, forecast, name="nhits")  # (b, horizon)


def interpolation(knots, length):
    """(knots, length): the straight lines between knots, from the first step to the last."""
    place = np.linspace(0, knots - 1, length)
    return np.maximum(0, 1 - np.abs(place[None] - np.arange(knots)[:, None])).astype("float32")
