import keras
from keras import layers


def block(x, horizon, units, depth, width, initializer, name):
    """What a block explains of the past, and what it foretells; each from expansion coefficients of its own."""

    def dense(size, activation, fan_in, part):
        return layers.Dense(
            size,
            activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=f"{name}_{part}",
        )

    lookback = x.shape[-1]
    h = x
    for layer in range(depth):
        h = dense(units, "relu", h.shape[-1], f"dense{layer}")(h)  # (b, units)
    backcast = dense(lookback, None, width, "backcast")(dense(width, None, units, "theta_b")(h))  # (b, lookback)
    forecast = dense(horizon, None, width, "forecast")(dense(width, None, units, "theta_f")(h))  # (b, horizon)
    return backcast, forecast


def network(inputs, targets, initializer, blocks, units, depth, width):
    """Each block reads what those before it have left over of the past, and adds to the forecast."""
    past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, lookback)
    left, forecasts = past, []
    for number in range(blocks):
        backcast, forecast = block(left, targets.shape[0], units, depth, width, initializer, f"block{number}")
        left = layers.Subtract(name=f"left{number}")([left, backcast])
        forecasts.append(forecast)
    return keras.Model(past, layers.Add(name="foretold")(forecasts), name="n_beats")  # (b, horizon)
