import keras
from keras import layers, ops


def quadratic(matrix, aim, theta):
    """|W theta - y|², (b,), and its gradient by theta, (b, n)."""
    rest = ops.einsum("bij,bj->bi", matrix, theta) - aim
    return ops.sum(ops.square(rest), axis=-1), 2 * ops.einsum("bij,bi->bj", matrix, rest)


def preprocessed(gradient, p):
    """Size and sign of a gradient apart: (log |g| / p, sign g), or (-1, e^p g) where it is small; (..., 2)."""
    large = ops.abs(gradient) >= ops.exp(-float(p))
    size = ops.where(large, ops.log(ops.maximum(ops.abs(gradient), ops.exp(-float(p)))) / p, -1.0)
    return ops.stack([size, ops.where(large, ops.sign(gradient), ops.exp(float(p)) * gradient)], axis=-1)


def network(inputs, targets, initializer, units, steps, p, scale):
    """An LSTM for each coordinate, with shared weights, makes gradients into updates; answers each step's loss."""
    matrix, aim, start = (keras.Input(inputs[name].shape, name=name) for name in ("matrix", "aim", "start"))
    size = inputs["start"].shape[0]
    cell = layers.LSTMCell(units, kernel_initializer=initializer.kernel(), name="lstm")
    update = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="update"
    )
    theta = start
    blank = ops.repeat(ops.reshape(0 * start, (-1, 1)), units, axis=1)  # (b * n, units)
    state = [blank, blank]
    loss, gradient = quadratic(matrix, aim, theta)
    passed = [loss]
    for _ in range(steps):
        seen = preprocessed(ops.stop_gradient(gradient), p)  # (b, n, 2)
        hidden, state = cell(ops.reshape(seen, (-1, 2)), state)  # (b * n, units)
        theta = theta + scale * ops.reshape(update(hidden), (-1, size))
        loss, gradient = quadratic(matrix, aim, theta)
        passed.append(loss)
    return keras.Model(
        {"matrix": matrix, "aim": aim, "start": start}, ops.stack(passed, axis=1), name="learned_optimizer"
    )  # (b, steps + 1)
