import keras
from keras import layers

from .losses import total_correlation


def network(inputs, targets, initializer, units, components, ridge):
    """A network for each half; what they answer together is compared by its correlation.

    Source: Andrew et al. 2013, Deep Canonical Correlation Analysis.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    views, outputs = {}, {}
    for side in ("left", "right"):
        x = views[side] = keras.Input(inputs[side].shape, dtype="float32", name=side)  # (b, 32)
        x = dense(units, x, activation="sigmoid", name=f"{side}_hidden")  # (b, units)
        outputs[side] = dense(components, x, name=f"{side}_components")  # (b, components)
    return DCCA(views, outputs, ridge=ridge, name="dcca")


class DCCA(keras.Model):
    """Its loss is the negative total correlation of a batch, and so is what it is judged by."""

    def __init__(self, *args, ridge, **options):
        super().__init__(*args, **options)
        self.ridge = ridge

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return -total_correlation(y_pred["left"], y_pred["right"], self.ridge)
