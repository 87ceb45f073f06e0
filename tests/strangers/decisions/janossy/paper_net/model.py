import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """2-ary Janossy pooling: rho(mean over ordered pairs of f(x_i, x_j)).

    Source: Murphy et al. 2019, equation 4, with k = 2.
    """
    numbers = keras.Input(inputs.shape, dtype=inputs.dtype, name="numbers")
    x = layers.Lambda(pairs, name="pairs")(numbers)  # (b, m (m - 1), 2)
    x = dense(x, units, initializer, activation="relu", name="f_hidden")
    x = dense(x, units, initializer, activation="relu", name="f")  # (b, m (m - 1), units)
    x = layers.GlobalAveragePooling1D(name="pooled")(x)  # (b, units)
    return keras.Model(numbers, dense(x, targets.shape[-1], initializer, name="rho"), name="janossy")  # (b, 1)


def pairs(x):
    """Each element beside each other one, in both orders; never beside itself. (b, m) to (b, m (m - 1), 2)."""
    m = x.shape[1]
    first = [i for i in range(m) for j in range(m) if i != j]
    second = [j for i in range(m) for j in range(m) if i != j]
    return ops.stack([ops.take(x, first, axis=1), ops.take(x, second, axis=1)], axis=-1)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
