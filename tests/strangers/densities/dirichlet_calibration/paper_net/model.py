import keras
from keras import layers, ops


def off_diagonal_penalty(kernel, bias, of_kernel, of_bias):
    """Mean square of what lies off the kernel's diagonal, and of the biases, each times its weight."""
    n = kernel.shape[0]
    off = kernel * (1 - ops.eye(n, dtype=kernel.dtype))
    return of_kernel * ops.sum(off**2) / (n * (n - 1)) + of_bias * ops.mean(bias**2)


class DirichletMap(layers.Layer):
    """Logits W log p + b, begun at the identity."""

    def __init__(self, of_kernel, of_bias, bias, **kwargs):
        super().__init__(**kwargs)
        self.of_kernel, self.of_bias, self.bias_initializer = of_kernel, of_bias, bias

    def build(self, shape):
        n = shape[-1]
        self.kernel = self.add_weight(shape=(n, n), initializer=keras.initializers.Identity(), name="kernel")
        self.bias = self.add_weight(shape=(n,), initializer=self.bias_initializer, name="bias")

    def call(self, log_p):
        self.add_loss(off_diagonal_penalty(self.kernel, self.bias, self.of_kernel, self.of_bias))
        return ops.matmul(log_p, self.kernel) + self.bias  # (b, classes)


def network(inputs, targets, initializer, of_kernel, of_bias):
    log_p = keras.Input(inputs.shape, dtype=inputs.dtype, name="log_p")
    bias = initializer.bias(fan_in=inputs.shape[0])
    logits = DirichletMap(of_kernel, of_bias, bias, name="calibrated")(log_p)
    return keras.Model(log_p, logits, name="dirichlet_calibration")
