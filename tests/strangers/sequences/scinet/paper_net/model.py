import keras
from keras import layers, ops


def network(inputs, targets, initializer, levels, units):
    """SCINet: the sequence is split into even and odd places, which learn from each other; then forecast."""
    past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, t, c)
    x = past + tree(past, levels, units, initializer, "sci")  # (b, t, c)
    x = layers.Permute((2, 1), name="by_channel")(x)  # (b, c, t)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        name="forecast",
    )(x)  # (b, c, horizon)
    return keras.Model(past, layers.Permute((2, 1), name="by_time")(x), name="scinet")  # (b, horizon, c)


def tree(x, levels, units, initializer, name):
    """(b, t, c) → (b, t, c): an SCI-block, its two halves in trees of their own, put together in the old order."""
    if not levels:
        return x

    def learner(x, what):
        channels = x.shape[-1]
        for i, (width, activation) in enumerate([(units, "leaky_relu"), (channels, "tanh")]):
            x = layers.Conv1D(
                width,
                5 if i == 0 else 3,
                padding="same",
                activation=activation,
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=(5, 3)[i] * x.shape[-1]),
                name=f"{name}_{what}_{i}",
            )(x)
        return x

    even, odd = x[:, ::2], x[:, 1::2]  # (b, t / 2, c)
    scaled_odd = odd * ops.exp(learner(even, "phi"))  # equation 1
    scaled_even = even * ops.exp(learner(odd, "psi"))
    odd = scaled_odd - learner(scaled_even, "eta")  # equation 2
    even = scaled_even + learner(scaled_odd, "rho")
    even = tree(even, levels - 1, units, initializer, f"{name}e")
    odd = tree(odd, levels - 1, units, initializer, f"{name}o")
    return interleaved(even, odd)


def interleaved(even, odd):
    """Twice (b, t, c) → (b, 2 t, c), even places first."""
    both = ops.stack([even, odd], axis=2)  # (b, t, 2, c)
    return ops.reshape(both, (-1, 2 * even.shape[1], even.shape[2]))
