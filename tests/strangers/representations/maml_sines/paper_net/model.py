"""MAML on sinusoids. Shapes: b tasks, k points.

What the paper leaves open, and what is guessed:
    - the initializer of the weights
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, steps, rate):
    """From the support (b, k, 2) and the query's x (b, k, 1) to the query's y (b, k, 1)."""
    support = keras.Input(inputs["support"].shape, name="support")
    query = keras.Input(inputs["query"].shape, name="query")
    y = Maml([1, units, units, 1], steps, rate, initializer, name="maml")(support, query)
    return keras.Model({"support": support, "query": query}, y, name="maml_sines")


class Maml(layers.Layer):
    """A perceptron whose weights take a few gradient steps on the support before they are used on the query."""

    def __init__(self, widths, steps, rate, initializer, **options):
        super().__init__(**options)
        self.widths, self.steps, self.rate, self.initializer = widths, steps, rate, initializer

    def build(self, *shapes):
        self.start = []
        for i, (fan_in, fan_out) in enumerate(zip(self.widths, self.widths[1:], strict=False)):
            kernel = self.add_weight((fan_in, fan_out), self.initializer.kernel(), name=f"kernel_{i}")
            bias = self.add_weight((1, fan_out), self.initializer.bias(fan_in=fan_in), name=f"bias_{i}")
            self.start += [kernel, bias]

    def perceptron(self, weights, x):
        for i in range(0, len(weights), 2):
            x = ops.matmul(x, weights[i]) + weights[i + 1]  # (b, k, width)
            x = ops.relu(x) if i + 2 < len(weights) else x
        return x

    def call(self, support, query):
        x, y = support[:, :, :1], support[:, :, 1:]
        zero = ops.zeros_like(support[:, :1, :1])
        fast = [zero + ops.convert_to_tensor(w) for w in self.start]  # (b, fan_in, fan_out): a copy for each task
        for _ in range(self.steps):
            with tf.GradientTape() as tape:
                tape.watch(fast)
                error = ops.mean((self.perceptron(fast, x) - y) ** 2, axis=(1, 2))  # (b)
                error = ops.sum(error)  # the tasks share no weight: each gets its own gradient
            fast = [w - self.rate * g for w, g in zip(fast, tape.gradient(error, fast), strict=False)]
        return self.perceptron(fast, query)
