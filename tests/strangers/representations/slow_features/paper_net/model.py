import keras
from keras import layers

from . import losses


class SlowFeatures(keras.Model):
    """Trained to change slowly; the constraint is met by whitening the batch, in inference too."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return losses.slowness(y_pred["now"], y_pred["next"])


def network(inputs, targets, initializer, units, features):
    """One encoder, of both instants."""
    signal = keras.Input(inputs["now"].shape, name="signal")  # (b, 12)
    x = signal
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="tanh",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden{i}",
        )(x)  # (b, 64)
    x = layers.Dense(
        features,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="features",
    )(x)  # (b, 2)
    encoder = keras.Model(signal, x, name="encoder")
    instants = {name: keras.Input(inputs[name].shape, name=name) for name in ("now", "next")}
    return SlowFeatures(instants, {name: encoder(instant) for name, instant in instants.items()}, name="slow_features")
