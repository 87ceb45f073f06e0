"""YOURS. What learns: an autoencoder whose code is wide, and mostly silent.

Shapes: b batch, p pixels, k units of the code.
"""

import keras
from keras import layers, ops


def sparse_autoencoder(inputs, targets, initializer, code, sparsity):
    """A sparse autoencoder with one hidden layer; Ng 2011 with an L1 penalty in the place of the KL divergence.

    Args:
        code: units of the code.
        sparsity: weight of the mean activity.
    """
    patch = keras.Input(inputs.shape, dtype=inputs.dtype, name="patch")  # (b, p)
    x = layers.ReLU(name="code_relu")(dense(patch, code, initializer, "code"))  # (b, k)
    x = Sparse(sparsity, name="sparse")(x)
    return keras.Model(
        patch, dense(x, targets.shape[0], initializer, "patch_again"), name="sparse_autoencoder"
    )  # (b, p)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class Sparse(layers.Layer):
    """Passes a code on as it is, and adds its activity, averaged over batch and units, to the loss."""

    def __init__(self, weight, **kwargs):
        super().__init__(**kwargs)
        self.weight = weight

    def call(self, code):
        self.add_loss(self.weight * ops.mean(ops.abs(code)))
        return code

    def compute_output_shape(self, shape):
        return shape
