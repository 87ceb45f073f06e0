import keras
from keras import layers, ops

from .losses import auc, distance


def network(inputs, targets, initializer, width, penalty):
    """Deep SVDD: no biases and no bounded activation, or all could be mapped onto the centre whatever they are."""
    x = image = keras.Input(inputs.shape, name="image")  # (b, 64)
    for number, units in enumerate((128, 64)):
        x = layers.Dense(
            units,
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            kernel_regularizer=keras.regularizers.L2(penalty),
            name=f"hidden_{number}",
        )(x)
        x = layers.LeakyReLU(0.1, name=f"leaky_{number}")(x)
    x = layers.Dense(
        width,
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        kernel_regularizer=keras.regularizers.L2(penalty),
        name="sphere",
    )(x)  # (b, width)
    return SVDD(image, x, name="svdd")


class SVDD(keras.Model):
    """One class: the mean squared distance from a centre that is fixed at the first batch; targets are for the AUC."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.centre = self.add_weight(
            shape=(self.output_shape[-1],), initializer="zeros", trainable=False, name="centre"
        )
        self.fixed = self.add_weight(shape=(), initializer="zeros", trainable=False, name="fixed")
        self.auc = keras.metrics.Mean(name="auc")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if training:
            first = ops.stop_gradient(ops.mean(y_pred, axis=0))
            self.centre.assign(ops.where(self.fixed > 0, self.centre, first))
            self.fixed.assign(1.0)
        away = distance(y_pred, self.centre)
        if not training:  # in training there is one class only
            self.auc.update_state(auc(y[:, 0], away))
        return ops.mean(away) + sum(self.losses)
