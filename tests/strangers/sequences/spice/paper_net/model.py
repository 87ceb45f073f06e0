import keras
from keras import layers, ops

from .losses import centred_error, pitch_loss


class Spice(keras.Model):
    """Learns pitch from pairs whose step is known; of `pitch` itself only the metric knows."""

    def __init__(self, *args, sigma, weight, **kwargs):
        super().__init__(*args, **kwargs)
        self.sigma, self.weight = sigma, weight
        self.bins_off = keras.metrics.Mean("bins_off")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The step between the pitches, and what both spectra lose on their way through one number."""
        off = pitch_loss(y_pred["pitch"], y_pred["pitch_second"], y["step"], self.sigma, 0.25 * self.sigma)
        lost = (y_pred["first"] - x["first"]) ** 2 + (y_pred["second"] - x["second"]) ** 2  # (b, bins)
        rebuilt = ops.mean(ops.sum(lost, axis=-1))
        self.bins_off.update_state(centred_error(y_pred["pitch"] / self.sigma, y["pitch"]))
        return self.weight * ops.mean(off) + rebuilt


def network(inputs, targets, initializer, filters, sigma, weight):
    """One encoder and one decoder for both cuts; the pitch is one number in 0 … 1."""
    bins = inputs["first"].shape[0]
    spectra = {side: keras.Input((bins,), dtype=inputs[side].dtype, name=side) for side in ("first", "second")}
    encode, decode = encoder(bins, initializer, filters), decoder(bins, initializer)
    pitch = {side: encode(spectrum) for side, spectrum in spectra.items()}  # 2 x (b, 1)
    flat = layers.Reshape((), name="one")
    answers = {
        "pitch": flat(pitch["first"]),  # (b)
        "pitch_second": flat(pitch["second"]),
        "first": decode(pitch["first"]),  # (b, bins)
        "second": decode(pitch["second"]),
    }
    return Spice(spectra, answers, sigma=sigma, weight=weight, name="spice")


def encoder(bins, initializer, filters):
    """Convolutions along the bins, each followed by a pooling, then the pitch."""
    spectrum = keras.Input((bins,))
    x = layers.Reshape((bins, 1))(spectrum)
    for depth, width in enumerate(filters):
        x = layers.Conv1D(
            width,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=3 * x.shape[-1]),
            name=f"conv{depth}",
        )(x)
        x = layers.MaxPooling1D(2)(x)
    x = dense(layers.Flatten()(x), 48, initializer, "relu", "hidden")
    return keras.Model(spectrum, dense(x, 1, initializer, "sigmoid", "pitch"), name="encoder")


def decoder(bins, initializer):
    """From a pitch to a spectrum."""
    pitch = keras.Input((1,))
    x = dense(pitch, 48, initializer, "relu", "widen")
    x = dense(x, 64, initializer, "relu", "hidden")
    return keras.Model(pitch, dense(x, bins, initializer, None, "spectrum"), name="decoder")


def dense(x, units, initializer, activation, name):
    """A dense layer."""
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
