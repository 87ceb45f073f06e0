import keras
from keras import layers, ops


def driven(state, steer, speed, trailer_length, cab_length):
    """The state (x, y, trailer, cab) after one step backwards."""
    x, y, trailer, cab = (state[:, i] for i in range(4))
    along = speed * ops.cos(steer)
    back = along * ops.cos(cab - trailer)
    turned = ops.arcsin(along * ops.sin(cab - trailer) / trailer_length)
    wheel = ops.arcsin(speed * ops.sin(steer) / (trailer_length + cab_length))
    return ops.stack(
        [x - back * ops.cos(trailer), y - back * ops.sin(trailer), trailer - turned, cab + wheel], axis=1
    )  # (b, 4)


def network(inputs, targets, initializer, units, steps, most, trailer_length, cab_length):
    """A controller, asked at each of `steps`, drives the truck to the dock; its weights learn through the whole way."""
    start = keras.Input(inputs.shape, dtype=inputs.dtype, name="start")
    hidden = layers.Dense(
        units,
        "tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=5),
        name="hidden",
    )
    wheel = layers.Dense(
        1,
        "tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="wheel",
    )
    state = start
    for step in range(steps):
        speed = ops.clip(state[:, 0] / (steps - step), 0, 0.6)  # so that the last one ends at the dock
        bend = state[:, 3:] - state[:, 2:3]
        seen = ops.concatenate(
            [state[:, :2] / 3, ops.sin(state[:, 2:3]), ops.cos(state[:, 2:3]), bend], axis=1
        )  # (b, 5)
        steer = most * wheel(hidden(seen))[:, 0]
        state = driven(state, steer, speed, trailer_length, cab_length)
    return keras.Model(start, state, name="truck_backer")  # (b, 4)
