"""YOURS. What learns.

Shapes: b batch, n atoms, d width.
"""

import keras
from keras import layers, ops


def message_passing(inputs, targets, initializer, width, rounds):
    """Rounds of messages along the bonds, the mean of the atoms, and a Gaussian: mean and log of its spread."""
    nodes = keras.Input(inputs["nodes"].shape, dtype=inputs["nodes"].dtype, name="nodes")  # (b, n, 4)
    bonds = keras.Input(inputs["bonds"].shape, dtype=inputs["bonds"].dtype, name="bonds")  # (b, n, n)
    there = ops.sum(nodes[:, :, :3], axis=-1, keepdims=True)  # (b, n, 1), 1 for an atom
    x = dense(nodes, width, initializer, "embed", "relu")  # (b, n, d)
    for index in range(rounds):
        message = bonds @ dense(x, width, initializer, f"message{index}")  # (b, n, d)
        x = x + dense(ops.tanh(message), width, initializer, f"update{index}", "relu")
    graph = ops.sum(there * x, axis=1) / ops.sum(there, axis=1)  # (b, d), the mean of the atoms
    mean = dense(dense(graph, width, initializer, "mu_hidden", "relu"), 1, initializer, "mu")
    log_sigma = dense(dense(graph, width, initializer, "spread_hidden", "relu"), 1, initializer, "log_sigma")
    gaussian = ops.concatenate([mean, log_sigma], axis=-1)  # (b, 2)
    return keras.Model({"nodes": nodes, "bonds": bonds}, gaussian, name="message_passing")


def dense(x, units, initializer, name, activation=None):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
