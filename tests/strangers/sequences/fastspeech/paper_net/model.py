import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """FastSpeech with convolutions in the place of attention: encoder, duration predictor, length regulator, decoder."""

    def convolution(x, filters, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=3 * x.shape[-1])
        options |= {"kernel_initializer": kernel, "bias_initializer": bias}
        return layers.Conv1D(filters, 3, padding="same", name=name, **options)(x)

    phonemes = keras.Input(inputs["phonemes"].shape, dtype="int32", name="phonemes")  # (b, n)
    durations = keras.Input(inputs["durations"].shape, dtype="int32", name="durations")  # (b, n)
    x = layers.Embedding(inputs["phonemes"].classes, units, name="embedding")(phonemes)  # (b, n, units)
    x = x + convolution(x, units, "encoder", activation="relu")
    h = convolution(x, units, "duration_hidden", activation="relu")
    h = convolution(layers.LayerNormalization(name="duration_norm")(h), 1, "duration")  # (b, n, 1)
    log_duration = ops.squeeze(h, -1)  # (b, n)
    frames, bands = targets["mel"].shape
    y = LengthRegulator(frames, name="length_regulator")(x, durations, log_duration)  # (b, t, units)
    y = convolution(y, 2 * units, "decoder_0", activation="relu")
    y = convolution(y, 2 * units, "decoder_1", activation="relu")
    mel = convolution(y, bands, "mel")  # (b, t, bands)
    outputs = {"mel": mel, "log_duration": log_duration}
    return keras.Model({"phonemes": phonemes, "durations": durations}, outputs, name="fastspeech")


class LengthRegulator(layers.Layer):
    """Each phoneme's state as often as it has frames: the teacher's in training, else as many as predicted."""

    def __init__(self, frames, **options):
        super().__init__(**options)
        self.frames = frames

    def call(self, hidden, durations, log_duration, training=False):
        if training:
            lasting = ops.cast(durations, hidden.dtype)  # (b, n)
        else:
            lasting = ops.maximum(ops.round(ops.expm1(log_duration)), 0)  # (b, n)
        return regulated(hidden, lasting, self.frames)


def regulated(hidden, durations, frames):
    """(b, n, units), (b, n) → (b, frames, units); 0 behind the end."""
    ends = ops.expand_dims(ops.cumsum(durations, axis=1), 1)  # (b, 1, n)
    starts = ends - ops.expand_dims(durations, 1)
    t = ops.reshape(ops.arange(frames, dtype=hidden.dtype), (1, frames, 1))
    path = ops.cast(ops.logical_and(t >= starts, t < ends), hidden.dtype)  # (b, frames, n)
    return ops.matmul(path, hidden)
