"""One score, whose sign is the class, trained on positive and unlabelled samples."""

import keras
from keras import layers

from .losses import nn_pu


def network(inputs, targets, initializer, units, prior):
    image = keras.Input(inputs.shape, name="image")
    x = image
    for i in range(2):
        x = layers.Dense(
            units,
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"hidden_{i}",
        )(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("softsign", name=f"act_{i}")(x)
    score = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="score",
    )(x)
    return PU(prior, inputs=image, outputs=score, name="pu")  # (b, 1)


class PU(keras.Model):
    def __init__(self, prior, **options):
        super().__init__(**options)
        self.prior = prior

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return nn_pu(y[:, 0], y_pred[:, 0], self.prior)
