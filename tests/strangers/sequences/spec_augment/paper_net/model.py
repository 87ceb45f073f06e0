import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, frequency, time):
    """Masks, two convolutions over time with batch normalization, the mean over time, logits."""
    spectrogram = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrogram")  # (b, t, f)
    x = SpecAugment(frequency, time, name="masks")(spectrogram)
    for i in range(2):
        x = layers.Conv1D(
            units,
            5,
            strides=2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"convolution_{i}",
        )(x)  # (b, t / 2, units)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, units)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)
    return keras.Model(spectrogram, x, name="spec_augment")


class SpecAugment(layers.Layer):
    """In training, a run of up to `time` frames and one of up to `frequency` bands are set to 0, of each sample others."""

    def __init__(self, frequency, time, **options):
        super().__init__(**options)
        self.frequency, self.time = frequency, time
        self.seed = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        frames, bands = x.shape[1:]
        rows, columns = self.kept(x, frames, self.time), self.kept(x, bands, self.frequency)
        return x * ops.expand_dims(rows, 2) * ops.expand_dims(columns, 1)

    def kept(self, x, length, widest):
        """(b, length): 0 in a run of 0 … widest places, 1 elsewhere."""
        one = (ops.shape(x)[0], 1)
        width = ops.floor(keras.random.uniform(one, 0, widest + 1, seed=self.seed))
        start = ops.floor(keras.random.uniform(one, seed=self.seed) * (length - width + 1))
        place = ops.expand_dims(ops.arange(length, dtype=x.dtype), 0)
        return 1 - ops.cast(ops.logical_and(place >= start, place < start + width), x.dtype)
