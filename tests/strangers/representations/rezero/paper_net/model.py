import keras
from keras import layers


def network(inputs, targets, initializer, units, depth):
    """A fully connected network of `depth` residual blocks, each of which begins as the identity.

    Source: Bachlechner et al. 2020, ReZero is All You Need, equation 3.
    """

    def dense(width, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)

    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    x = dense(units, inputs.shape[-1], name="into")(place)  # (b, units)
    for i in range(depth):
        block = dense(units, units, activation="relu", name=f"block_{i}")
        x = ReZero(block, name=f"rezero_{i}")(x)
    return keras.Model(place, dense(1, units, name="logit")(x), name="rezero_mlp")  # (b, 1)


class ReZero(layers.Layer):
    """x + alpha * F(x), where alpha is learnt and begins at 0."""

    def __init__(self, block, **options):
        super().__init__(**options)
        self.block = block

    def build(self, shape):
        self.block.build(shape)
        self.alpha = self.add_weight(shape=(), initializer="zeros", name="alpha")

    def call(self, x):
        return x + self.alpha * self.block(x)
