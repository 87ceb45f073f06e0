import keras
from keras import layers

from .losses import non_negative_risk


class PU(keras.Model):
    """Learns from positive and unlabelled samples, whose risks are means over a batch."""

    def __init__(self, *args, prior, **kwargs):
        super().__init__(*args, **kwargs)
        self.prior = prior

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The risk of a batch."""
        return non_negative_risk(y[:, 0], y_pred[:, 0], self.prior)


def network(inputs, targets, initializer, units, prior):
    """One number, above 0 for whom it takes to be ill."""
    person = keras.Input(inputs.shape, dtype=inputs.dtype, name="person")  # (b, 10)
    x = person
    for i, width in enumerate([*units, 1]):
        x = layers.Dense(
            width,
            activation="relu" if i < len(units) else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    return PU(person, x, prior=prior, name="pu")  # (b, 1)
