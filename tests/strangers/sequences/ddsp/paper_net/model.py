import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, harmonics, rate):
    """The decoder: of pitch and loudness, frame by frame, what an additive synthesizer needs; then its sound."""

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Dense(width, activation=activation, **options)(x)

    controls = keras.Input(inputs.shape, dtype=inputs.dtype, name="controls")  # (b, frames, 2)
    x = dense(controls, units, "mlp", "relu")
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="gru")(x)
    x = layers.LayerNormalization(name="norm")(layers.Concatenate(name="skip")([x, controls]))
    x = dense(x, units, "after", "relu")
    amplitude = dense(x, 1, "amplitude", scaled_sigmoid)  # (b, frames, 1)
    distribution = dense(x, harmonics, "distribution", scaled_sigmoid)  # (b, frames, harmonics)
    sound = Harmonic(targets.shape[0], rate, name="sound")(controls, amplitude, distribution)
    return keras.Model(controls, sound, name="ddsp")  # (b, samples)


def scaled_sigmoid(x):
    """2 sigmoid(x)^log(10) + 1e-7, as the paper keeps amplitudes positive."""
    return 2 * ops.sigmoid(x) ** np.log(10.0) + 1e-7


class Harmonic(layers.Layer):
    """Sines at the multiples of the fundamental, each with an amplitude that moves; none above half the rate.

    Source: Engel et al. 2020, Section 3.2: equations 1 to 3.
    """

    def __init__(self, samples, rate, **options):
        super().__init__(**options)
        self.samples, self.rate = samples, rate

    def call(self, controls, amplitude, distribution):
        frames, harmonics = distribution.shape[1:]
        hop = self.samples // frames
        knots = (np.arange(frames) + 0.5) * hop
        between = np.stack([np.interp(np.arange(self.samples), knots, row) for row in np.eye(frames)], axis=1)
        between = ops.convert_to_tensor(between.astype("float32"))  # (samples, frames)
        hz = 1000 * controls[..., :1] * ops.arange(1, harmonics + 1, dtype="float32")  # (b, frames, harmonics)
        distribution = ops.where(hz < self.rate / 2, distribution, 0.0)
        distribution = distribution / ops.sum(distribution, axis=-1, keepdims=True)
        strength = ops.matmul(between, amplitude * distribution)  # (b, samples, harmonics)
        phase = 2 * np.pi * ops.cumsum(ops.matmul(between, hz) / self.rate, axis=1)
        return ops.sum(strength * ops.sin(phase), axis=-1)  # (b, samples)
