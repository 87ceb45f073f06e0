"""YOURS. What learns: a perceptron that says for each target where it is and how sure that is.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets`, `initializer`,
and the file's own arguments; it returns an uncompiled keras.Model.

Shapes: b batch, f features, k targets.
"""

import keras
from keras import layers, ops


def gaussian_mlp(inputs, targets, initializer, units, depth, rate):
    """Mean and raw width of each target, from one trunk; Nix & Weigend 1994, with dropout.

    Args:
        units: of each hidden layer.
        depth: hidden layers.
        rate: dropout after each of them.
    """
    features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")  # (b, f)
    x = features
    for index in range(depth):
        x = layers.ReLU(name=f"hidden{index}_relu")(dense(x, units, initializer, f"hidden{index}"))  # (b, units)
        x = layers.Dropout(rate, name=f"hidden{index}_dropout")(x)
    k = targets.shape[0]
    mean = dense(x, k, initializer, "mean")  # (b, k)
    width = dense(x, k, initializer, "width")  # (b, k)
    return keras.Model(features, ops.stack([mean, width], axis=-1), name="gaussian_mlp")  # (b, k, 2)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
