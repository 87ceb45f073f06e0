import keras
from keras import layers, ops


def network(inputs, targets, initializer, patch, stride, width, heads, dropout):
    """PatchTST: each channel by itself, cut into patches, a transformer over the patches, one linear head for all.

    Source: Nie et al. 2023, A Time Series is Worth 64 Words, Section 3.1.
    """
    past, channels = inputs.shape
    horizon = targets.shape[0]
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, t, c)
    mean = ops.mean(series, axis=1, keepdims=True)  # (b, 1, c)
    std = ops.std(series, axis=1, keepdims=True) + 1e-5
    x = (series - mean) / std  # instance normalization
    x = ops.transpose(x, (0, 2, 1))  # (b, c, t)
    starts = range(0, past - patch + 1, stride)
    x = ops.stack([x[:, :, s : s + patch] for s in starts], axis=2)  # (b, c, n, patch)
    x = dense(x, width, initializer, name="embedding")  # (b, c, n, width)
    x = Positions(name="positions")(x)
    attended = layers.MultiHeadAttention(
        heads, width // heads, attention_axes=(2,), kernel_initializer=initializer.kernel(), name="attention"
    )(x, x)  # (b, c, n, width)
    x = layers.BatchNormalization(name="norm_1")(x + layers.Dropout(dropout)(attended))
    hidden = dense(x, 2 * width, initializer, activation="gelu", name="hidden")
    x = layers.BatchNormalization(name="norm_2")(x + dense(hidden, width, initializer, name="back"))
    x = ops.reshape(x, (-1, channels, len(starts) * width))  # (b, c, n * width)
    x = dense(layers.Dropout(dropout)(x), horizon, initializer, name="head")  # (b, c, h)
    x = ops.transpose(x, (0, 2, 1)) * std + mean  # (b, h, c)
    return keras.Model(series, x, name="patchtst")


class Positions(layers.Layer):
    """Adds a learnt vector to each patch."""

    def build(self, shape):
        self.vectors = self.add_weight(shape=shape[-2:], initializer="random_normal", name="vectors")

    def call(self, x):
        return x + self.vectors


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
