import keras
from keras import layers

from .losses import neighbourhood


def network(inputs, targets, initializer, dimensions):
    """A linear map into a plane, in which neighbours are of one class.

    Source: Goldberger et al. 2004, Neighbourhood Components Analysis.
    """
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 5)
    z = layers.Dense(dimensions, use_bias=False, kernel_initializer=initializer.kernel(), name="map")(point)  # (b, 2)
    return NCA(point, z, name="nca")


class NCA(keras.Model):
    """A model whose loss is of a whole batch: each point against all others."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return keras.ops.mean(neighbourhood(y, y_pred))
