import keras
from keras import layers, ops


class Mean(layers.Layer):
    """The mean over a set's elements."""

    def call(self, x):  # (b, m, units)
        return ops.mean(x, axis=1)


class Coupling(layers.Layer):
    """(z, condition) → z' and log |dz'/dz|: one of the two parameters is scaled and shifted as the other one says."""

    def __init__(self, first, units, initializer, **options):
        super().__init__(**options)
        self.first = first
        self.hidden = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel(), name="hidden")
        self.out = layers.Dense(2, kernel_initializer=initializer.kernel(), name="out")

    def call(self, z, condition):
        stays, moves = (z[:, :1], z[:, 1:]) if self.first else (z[:, 1:], z[:, :1])
        s, t = ops.split(self.out(self.hidden(ops.concatenate([stays, condition], axis=-1))), 2, axis=-1)  # (b, 1)
        s = 2 * ops.tanh(s / 2)
        moves = moves * ops.exp(s) + t
        return ops.concatenate([stays, moves] if self.first else [moves, stays], axis=-1), s


def network(inputs, targets, initializer, units, summaries, blocks):
    """A conditional flow from parameters to a standard normal, given a summary of the measurements.

    Returns:
        A model to (b, 3): the two latents, and the log-determinant.

    Source: Radev et al. 2020, BayesFlow, sections II C to E.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = dense(units, given["measurements"], activation="relu", name="element_0")  # (b, m, units)
    x = dense(units, x, activation="relu", name="element_1")
    x = Mean(name="pooled")(x)  # (b, units)
    summary = dense(summaries, dense(units, x, activation="relu", name="set_0"), name="summary")  # (b, summaries)
    z, total = given["parameters"], 0.0  # (b, 2)
    for i in range(blocks):
        z, log_det = Coupling(i % 2 == 0, units, initializer, name=f"coupling_{i}")(z, summary)
        total = total + log_det  # (b, 1)
    return keras.Model(given, layers.Concatenate(name="latents")([z, total]), name="bayesflow")  # (b, 3)
