import keras
from keras import layers, ops


def network(inputs, targets, initializer, menu, temperature):
    """RochetNet: values → what the buyer pays, who takes the entry of the menu that is best for them."""
    values = keras.Input(inputs.shape, dtype=inputs.dtype, name="values")  # (b, goods)
    payment = Menu(menu, temperature, name="menu")(values)  # (b)
    return keras.Model(values, payment, name="rochet")


class Menu(layers.Layer):
    """Entries (share of each good, price), and the one of buying nothing at no price.

    In training the choice is a softmax of the utilities, at inference the best entry itself.
    """

    def __init__(self, entries, temperature, **options):
        super().__init__(**options)
        self.entries, self.temperature = entries, temperature

    def build(self, shape):
        normal, uniform = keras.initializers.RandomNormal(stddev=1.0), keras.initializers.RandomUniform(0.0, 1.0)
        self.shares = self.add_weight(shape=(self.entries, shape[-1]), initializer=normal, name="shares")
        self.prices = self.add_weight(shape=(self.entries,), initializer=uniform, name="prices")

    def call(self, values, training=False):
        shares = ops.sigmoid(self.shares)
        utility = ops.matmul(values, ops.transpose(shares)) - self.prices  # (b, entries)
        utility = ops.pad(utility, [[0, 0], [0, 1]])  # (b, entries + 1), the last one: nothing
        prices = ops.pad(self.prices, [[0, 1]])
        if training:
            choice = ops.softmax(self.temperature * utility, axis=-1)
        else:
            choice = ops.one_hot(ops.argmax(utility, axis=-1), self.entries + 1, dtype=utility.dtype)
        return ops.matmul(choice, prices)  # (b)
