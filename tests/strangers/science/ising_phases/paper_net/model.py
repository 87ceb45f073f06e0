import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, filters, units, dropout, penalty):
    """A convolution on the torus, a hidden layer, and one unit: the logit of the ordered phase.

    Source: Carrasquilla & Melko 2017, supplement: 2 x 2 patches, 64 maps, 64 units, dropout, L2.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    spins = keras.Input(inputs.shape, dtype=inputs.dtype, name="spins")  # (b, l, l, 1)
    x = Wrapped(name="wrapped")(spins)  # (b, l + 1, l + 1, 1)
    x = layers.Conv2D(
        filters,
        2,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=4),
        name="patches",
    )(x)  # (b, l, l, filters)
    x = layers.AveragePooling2D(4, name="coarse")(x)  # (b, l / 4, l / 4, filters)
    x = layers.Flatten(name="flatten")(x)
    x = dense(units, x, activation="relu", kernel_regularizer=regularizers.L2(penalty), name="hidden")
    x = layers.Dropout(dropout, name="drop")(x)
    return Symmetric(spins, dense(1, x, name="phase"), name="phases")  # (b, 1)


class Wrapped(layers.Layer):
    """Periodic boundary: the first row and column once more at the end."""

    def call(self, x):
        x = ops.concatenate([x, x[:, :1]], axis=1)
        return ops.concatenate([x, x[:, :, :1]], axis=2)


class Symmetric(keras.Model):
    """Learns from each configuration or its mirror image in spin, a coin for each: the energy is the same."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.coins = keras.random.SeedGenerator(0)

    def train_step(self, data):
        spins, phase = data
        coin = keras.random.uniform((ops.shape(spins)[0], 1, 1, 1), seed=self.coins)
        return super().train_step((ops.where(coin < 0.5, spins, -spins), phase))
