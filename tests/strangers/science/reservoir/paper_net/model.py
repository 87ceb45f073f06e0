import keras
import numpy as np
from keras import layers, ops


def reservoir(units, radius, seed):
    """Sparse random weights whose largest eigenvalue has the size `radius`: (units, units)."""
    rng = np.random.default_rng(seed)
    weights = rng.normal(size=(units, units)) * (rng.random((units, units)) < 0.1)
    return radius * weights / np.abs(np.linalg.eigvals(weights)).max()


def network(inputs, targets, initializer, units, radius, washout):
    """A random recurrence that is never trained, as the method has it, and a linear readout that is."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 1)
    states = layers.SimpleRNN(
        units,
        return_sequences=True,
        kernel_initializer=keras.initializers.RandomUniform(-1, 1, seed=0),
        recurrent_initializer=lambda shape, dtype=None: ops.cast(reservoir(units, radius, 0), dtype or "float32"),
        bias_initializer=keras.initializers.RandomUniform(-0.2, 0.2, seed=1),
        trainable=False,
        name="reservoir",
    )(signal)[:, washout:]  # (b, t - washout, units)
    readout = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="readout"
    )(states)
    return keras.Model(signal, readout, name="echo_state")  # (b, t - washout, 1)
