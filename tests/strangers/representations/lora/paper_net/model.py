import keras
from keras import layers, ops

from .pretrained import weights


class LowRank(layers.Layer):
    """A frozen kernel, and beside it the product of two thin ones that learn (Hu et al. 2021, equation 3)."""

    def __init__(self, frozen, rank, alpha, initializer, **kwargs):
        super().__init__(**kwargs)
        self.frozen, self.rank, self.scale, self.initializer = frozen, rank, alpha / rank, initializer

    def build(self, shape):
        rows, columns = self.frozen.shape
        self.kernel = self.add_weight(
            shape=(rows, columns),
            initializer=lambda shape, dtype=None: ops.convert_to_tensor(self.frozen, dtype),
            trainable=False,
            name="kernel",
        )
        self.down = self.add_weight(shape=(rows, self.rank), initializer=self.initializer.kernel(), name="down")
        self.up = self.add_weight(shape=(self.rank, columns), initializer="zeros", name="up")  # starts as the old one

    def call(self, x):
        return x @ self.kernel + self.scale * (x @ self.down) @ self.up  # (b, columns)


def network(inputs, targets, initializer, units, rank, alpha, weights_seed):
    """The old network, its head as it was, with what is new of low rank in each hidden layer."""
    first, second, head = weights(inputs.shape[0], units, weights_seed)
    signal = keras.Input(inputs.shape, name="signal")
    x = layers.ReLU(name="hidden_first")(LowRank(first, rank, alpha, initializer, name="first")(signal))  # (b, units)
    x = layers.ReLU(name="hidden_second")(LowRank(second, rank, alpha, initializer, name="second")(x))  # (b, units)
    kept = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), trainable=False, name="head")
    model = keras.Model(signal, kept(x), name="lora")  # (b, 1)
    kept.set_weights([head])  # the paper adapts no head; what the old task's was is given
    return model
