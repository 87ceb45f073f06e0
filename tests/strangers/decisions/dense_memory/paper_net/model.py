import keras
from keras import layers, ops


def network(inputs, targets, initializer, memories, power, temperature):
    """One update of the class neurons of a dense associative memory; the pixels are clamped.

    Source: Krotov & Hopfield 2016, equation 9.
    """
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")
    x = DenseMemory(memories, targets.shape[-1], power, temperature, initializer, name="memory")(pixels)  # (b, c)
    return keras.Model(pixels, x, name="dense_memory")


def rectified(x, power):
    """F(x) = max(x, 0)^n."""
    return ops.relu(x) ** power


class DenseMemory(layers.Layer):
    """c = tanh(beta * sum over memories of F(with the neuron on) - F(with the neuron off)); all others are off."""

    def __init__(self, memories, classes, power, temperature, initializer, **options):
        super().__init__(**options)
        self.temperature = temperature
        self.memories, self.classes, self.power, self.initializer = memories, classes, power, initializer

    def build(self, shape):
        kernel = self.initializer.kernel
        self.visible = self.add_weight(shape=(shape[-1], self.memories), initializer=kernel(), name="visible")
        self.label = self.add_weight(shape=(self.memories, self.classes), initializer=kernel(), name="label")

    def call(self, pixels):
        off = ops.matmul(pixels, self.visible) - ops.sum(self.label, axis=-1)  # (b, k), all neurons off
        off = off[:, :, None] / self.temperature  # (b, k, 1)
        on = off + 2 * self.label / self.temperature  # (b, k, c), each neuron on by itself
        difference = ops.sum(rectified(on, self.power) - rectified(off, self.power), axis=1)  # (b, c)
        return ops.tanh(difference)
