import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, centres, reach, widths):
    """A kernel mixture network: kernels at fixed centres with shared widths, weighted by the network."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="throw")
    h = dense(x, units, activation="relu", name="hidden_0")  # (b, units)
    h = dense(h, units, activation="relu", name="hidden_1")  # (b, units)
    weights = dense(h, centres * len(widths), activation="softmax", name="weights")  # (b, k)
    return keras.Model(x, Kernels(centres, reach, widths, name="kernels")(weights), name="kernel_mixture")  # (b, k, 3)


class Kernels(layers.Layer):
    """Beside each weight stand its kernel's centre, which is fixed, and its width, which is learnt.

    Source: Ambrogioni et al. 2017, The Kernel Mixture Network, equations 2 and 6.
    """

    def __init__(self, centres, reach, widths, **options):
        super().__init__(**options)
        self.centres, self.reach, self.start = centres, reach, widths

    def build(self, shape):
        def start(shape, dtype=None):
            return ops.log(ops.array(self.start, dtype))

        self.log_widths = self.add_weight(shape=(len(self.start),), initializer=start, name="log_widths")

    def call(self, weights):
        at = ops.linspace(-self.reach, self.reach, self.centres)
        at = ops.repeat(at, len(self.start))  # (k)
        width = ops.tile(ops.exp(self.log_widths), self.centres)  # (k)
        return ops.stack([weights, at + 0 * weights, width + 0 * weights], axis=-1)  # (b, k, 3)
