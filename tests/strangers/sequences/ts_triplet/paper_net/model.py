import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, depth, encoding, crop, negatives):
    """An encoder of series of any length: dilated causal convolutions, the maximum over time, a linear layer."""
    series = keras.Input((None, inputs.shape[-1]), dtype=inputs.dtype, name="series")  # (b, t, 1)
    x = series
    for i in range(depth):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=3 * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": f"causal_{i}"}
        x = layers.Conv1D(filters, 3, dilation_rate=2**i, padding="causal", **options)(x)  # (b, t, filters)
        x = layers.LeakyReLU(0.01)(x)
    x = layers.GlobalMaxPooling1D(name="over_time")(x)  # (b, filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=filters)
    x = layers.Dense(encoding, kernel_initializer=kernel, bias_initializer=bias, name="encoding")(x)
    return Triplets(series, x, crop=crop, negatives=negatives, name="triplets")


class Triplets(keras.Model):
    """Learns without labels: a crop of a series is closer to a part of itself than to crops of other series.

    Args:
        crop: steps of a reference and of a negative; a positive is half of that, within the reference.
        negatives: of each reference.

    Source: Franceschi et al. 2019, Unsupervised Scalable Representation Learning for Multivariate Time Series, arXiv
    1901.10738, equation 1.
    """

    def __init__(self, *parts, crop, negatives, **options):
        super().__init__(*parts, **options)
        self.crop, self.negatives = crop, negatives
        self.draw = keras.random.SeedGenerator(0)
        self.closer = keras.metrics.Mean(name="closer")

    def crops(self, x, length):
        """One part of each series, from anywhere."""
        latest = x.shape[1] - length
        start = keras.random.randint((ops.shape(x)[0], 1), 0, latest + 1, seed=self.draw)
        return ops.take_along_axis(x, (start + ops.arange(length))[..., None], axis=1)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        reference = self.crops(x, self.crop)
        anchor = self(reference, training=training)  # (b, e)
        positive = self(self.crops(reference, self.crop // 2), training=training)
        other = self(self.crops(x, self.crop), training=training)
        near = ops.sum(anchor * positive, axis=-1)  # (b)
        loss, closer = ops.softplus(-near), 0.0
        for k in range(1, self.negatives + 1):
            far = ops.sum(anchor * ops.roll(other, k, axis=0), axis=-1)  # of another series of the batch
            loss = loss + ops.softplus(far)
            closer = closer + ops.cast(near > far, "float32") / self.negatives
        self.closer.update_state(closer)
        return ops.mean(loss)
