import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, functions, width, cutoff, units):
    """A high-dimensional neural network potential: the same small network for each atom; the energies are added.

    Source: Behler & Parrinello 2007, Physical Review Letters 98, 146401.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    places = keras.Input(inputs["places"].shape, dtype=inputs["places"].dtype, name="places")  # (b, n, 3)
    there = keras.Input(inputs["there"].shape, dtype=inputs["there"].dtype, name="there")  # (b, n)
    x = Surroundings(functions, width, cutoff, name="surroundings")(places, there)  # (b, n, functions)
    x = dense(units, x, activation="tanh", name="atom_1")
    x = dense(units, x, activation="tanh", name="atom_2")  # (b, n, units)
    energies = dense(1, x, name="atom_energy")  # (b, n, 1)
    total = layers.Dot(axes=1, name="energy")([there, energies])  # (b, 1)
    return keras.Model({"places": places, "there": there}, total, name="atom_energies")


class Surroundings(layers.Layer):
    """Radial symmetry functions: G(i) = sum over j of exp(-(r_ij - r_s)² / width²) f_c(r_ij), for each r_s."""

    def __init__(self, functions, width, cutoff, **options):
        super().__init__(**options)
        self.centres = np.linspace(0.8, cutoff, functions).astype("float32")
        self.width, self.cutoff = width, cutoff

    def call(self, places, there):
        apart = ops.expand_dims(places, 2) - ops.expand_dims(places, 1)  # (b, n, n, 3)
        r = ops.sqrt(ops.sum(ops.square(apart), axis=-1) + 1e-9)  # (b, n, n)
        pairs = ops.expand_dims(there, 2) * ops.expand_dims(there, 1) * (1 - ops.eye(places.shape[1]))
        near = 0.5 * (ops.cos(np.pi * ops.minimum(r / self.cutoff, 1)) + 1) * pairs
        bumps = ops.exp(-ops.square((ops.expand_dims(r, -1) - self.centres) / self.width))  # (b, n, n, functions)
        return ops.sum(bumps * ops.expand_dims(near, -1), axis=2)
