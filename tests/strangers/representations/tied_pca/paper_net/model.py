import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """x W Wᵀ: linear on purpose, with the encoder's weights in the decoder; its best is the principal subspace."""
    x = keras.Input(inputs.shape, name="measurements")  # (b, 30)
    return keras.Model(x, Tied(width, initializer.kernel(), name="rebuilt")(x), name="tied")  # (b, 30)


class Tied(layers.Layer):
    """A linear layer and back through its transpose."""

    def __init__(self, width, kernel, **kwargs):
        super().__init__(**kwargs)
        self.width, self.start = width, kernel

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.width), initializer=self.start, name="kernel")

    def call(self, x):
        return there_and_back(x, self.kernel)


def there_and_back(x, kernel):
    """x W Wᵀ."""
    return ops.matmul(ops.matmul(x, kernel), ops.transpose(kernel))
