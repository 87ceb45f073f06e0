import keras
from keras import layers, ops


def backward(x, upstream, feedback):
    """What a layer hands down, by its fixed feedback in the place of its transposed kernel, and the kernel's gradient."""
    return ops.matmul(upstream, feedback), ops.matmul(ops.transpose(x), upstream)


@ops.custom_gradient
def aligned(x, kernel, feedback):
    """x @ kernel, whose errors go back through `feedback` (out, in)."""

    def grad(*args, upstream=None):
        to_x, to_kernel = backward(x, args[0] if upstream is None else upstream, feedback)
        return to_x, to_kernel, ops.zeros_like(feedback)

    return ops.matmul(x, kernel), grad


class Aligned(layers.Layer):
    """A dense layer with random weights of its own for the way back, which never learn."""

    def __init__(self, units, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        kernel, bias = self.initializer.kernel(), self.initializer.bias(fan_in=shape[-1])
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer=kernel, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer=bias, name="bias")
        back = self.initializer.kernel()
        self.feedback = self.add_weight(
            shape=(self.units, shape[-1]), initializer=back, trainable=False, name="feedback"
        )

    def call(self, x):
        return aligned(x, self.kernel.value, self.feedback.value) + self.bias


def network(inputs, targets, initializer, units):
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i, width in enumerate(units):
        x = ops.tanh(Aligned(width, initializer, name=f"hidden_{i}")(x))
    return keras.Model(image, Aligned(targets.classes, initializer, name="logits")(x), name="feedback_alignment")
