import keras
from keras import layers, ops


def reverse_complemented(kernel):
    """The filters that find on the other strand what these find on the given one: (width, 4, filters)."""
    return ops.flip(kernel, axis=(0, 1))


class BothStrands(layers.Layer):
    """A convolution whose filters read both strands with the same weights."""

    def __init__(self, filters, width, initializer, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.width, self.initializer = filters, width, initializer

    def build(self, shape):
        self.kernel = self.add_weight(
            shape=(self.width, shape[-1], self.filters), initializer=self.initializer.kernel(), name="kernel"
        )
        fan_in = self.width * shape[-1]
        self.bias = self.add_weight(
            shape=(self.filters,), initializer=self.initializer.bias(fan_in=fan_in), name="bias"
        )

    def call(self, x):
        given = ops.conv(x, self.kernel, padding="valid") + self.bias  # (b, t, f)
        other = ops.conv(x, reverse_complemented(self.kernel), padding="valid") + self.bias  # (b, t, f)
        return ops.relu(ops.maximum(given, other))


def network(inputs, targets, initializer, filters, width):
    """Convolution over both strands, the best place of each filter, and a small head."""
    x = bases = keras.Input(inputs.shape, dtype=inputs.dtype, name="bases")  # (b, t, 4)
    x = BothStrands(filters, width, initializer, name="strands")(x)  # (b, t', f)
    x = layers.GlobalMaxPooling1D(name="best_place")(x)  # (b, f)
    for name, units, activation in (("hidden", 16, "relu"), ("logit", 1, None)):
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(bases, x, name="rc_motif")  # (b, 1)
