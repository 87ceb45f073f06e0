import keras
from keras import layers, ops


def utilities(values, allocation, price):
    """u_k = allocation_k · v - price_k of each entry of the menu, and 0 of buying nothing, the last."""
    u = ops.matmul(values, allocation) - price  # (b, k)
    return ops.pad(u, [[0, 0], [0, 1]])  # (b, k + 1)


class Menu(layers.Layer):
    """The buyer takes what is best for him: softly in training, so that there is a gradient, strictly otherwise."""

    def __init__(self, entries, sharpness, kernel, bias, **kwargs):
        super().__init__(**kwargs)
        self.entries, self.sharpness, self.kernel, self.bias = entries, sharpness, kernel, bias

    def build(self, shape):
        self.shares = self.add_weight(shape=(shape[-1], self.entries), initializer=self.kernel, name="shares")
        self.price = self.add_weight(shape=(self.entries,), initializer=self.bias, name="price")

    def call(self, values, training=False):
        u = utilities(values, ops.sigmoid(self.shares), self.price)  # (b, k + 1)
        if training:
            choice = ops.softmax(self.sharpness * u, axis=-1)
        else:
            choice = ops.one_hot(ops.argmax(u, axis=-1), self.entries + 1, dtype=u.dtype)
        return ops.sum(choice[:, :-1] * self.price, axis=-1)  # (b), what he pays


def network(inputs, targets, initializer, entries, sharpness):
    values = keras.Input(inputs.shape, dtype=inputs.dtype, name="values")  # (b, 2)
    menu = Menu(entries, sharpness, initializer.kernel(), initializer.bias(fan_in=inputs.shape[-1]), name="menu")
    return keras.Model(values, menu(values), name="rochet_net")  # (b)
