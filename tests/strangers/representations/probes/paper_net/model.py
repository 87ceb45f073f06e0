"""A deep perceptron, and a linear probe after each of its layers. Shapes: b batch, c classes.

What the paper leaves open, and what is guessed:
    - how its probes are trained: beside the network, at the same rate
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Three hidden layers; probe i sees what comes out of layer i, and must not change it."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = point = keras.Input(inputs.shape, name="point")  # (b, 2)
    outputs = {}
    for i in range(3):
        x = dense(units, x, activation="gelu", name=f"hidden_{i}")  # (b, units)
        seen = ops.stop_gradient(x)
        outputs[f"probe_{i}"] = dense(targets["label"].classes, seen, name=f"probe_{i}")  # (b, c)
    outputs["label"] = dense(targets["label"].classes, x, name="label")  # (b, c)
    return keras.Model(point, outputs, name="probed")
