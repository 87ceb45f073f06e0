import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, dt, viscosity):
    """The coarse solver and one correction, in turns, as often as there are states to predict."""
    cells = inputs.shape[0]
    state = keras.Input(inputs.shape, name="state")
    solver = layers.Lambda(lambda u: solver_step(u, dt, 1 / cells, viscosity), name="solver")
    correction = corrector(cells, initializer, filters)
    u, states = state, []
    for _ in range(targets.shape[0]):
        u = solver(u)  # (b, cells)
        u = layers.Add()([u, correction(u)])
        states.append(u)
    answer = layers.Lambda(lambda us: ops.stack(us, axis=1), name="states")(states)  # (b, steps, cells)
    return keras.Model(state, answer, name="solver_in_loop")


def solver_step(u, dt, dx, viscosity):
    """One explicit step of Burgers' equation on a circle."""
    right = ops.roll(u, -1, axis=1)
    flux = (u**2 + right**2) / 4 - ops.maximum(ops.abs(u), ops.abs(right)) * (right - u) / 2  # at the right face
    diffusion = viscosity * (right - 2 * u + ops.roll(u, 1, axis=1)) / dx**2
    return u - dt / dx * (flux - ops.roll(flux, 1, axis=1)) + dt * diffusion


def corrector(cells, initializer, filters):
    """Three convolutions on a circle: what a state lacks."""
    state = keras.Input((cells,))
    x = layers.Reshape((cells, 1))(state)
    for width, activation in [(filters, "relu"), (filters, "relu"), (1, None)]:
        bias = initializer.bias(fan_in=5 * x.shape[-1])
        x = layers.Lambda(wrapped)(x)  # (b, cells + 4, …)
        x = layers.Conv1D(
            width, 5, activation=activation, kernel_initializer=initializer.kernel(), bias_initializer=bias
        )(x)
    return keras.Model(state, layers.Reshape((cells,))(x), name="correction")


def wrapped(x):
    """Two cells of the other end at either end."""
    return ops.concatenate([x[:, -2:], x, x[:, :2]], axis=1)
