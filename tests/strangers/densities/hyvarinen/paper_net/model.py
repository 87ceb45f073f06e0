import keras
from keras import layers, ops


def network(inputs, targets, initializer, ridges):
    """The score of log q(x) = sum_k a_k log cosh(w_k x + b_k) - l |x|^2 / 2, and the Laplacian, side by side."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, d)
    answer = RidgeDensity(ridges, initializer, name="ridges")(point)  # (b, d + 1)
    return keras.Model(point, answer, name="ridge_density")


class RidgeDensity(layers.Layer):
    """Weights of the log-density, which itself is never computed: score matching needs its derivatives alone."""

    def __init__(self, ridges, initializer, **kwargs):
        super().__init__(**kwargs)
        self.ridges, self.start = ridges, initializer

    def build(self, shape):
        width = shape[-1]
        self.w = self.add_weight(shape=(width, self.ridges), initializer=self.start.kernel(), name="w")
        self.b = self.add_weight(shape=(self.ridges,), initializer=self.start.bias(fan_in=width), name="b")
        self.a = self.add_weight(shape=(self.ridges, 1), initializer=self.start.kernel(), name="a")
        self.log_l = self.add_weight(shape=(), initializer="zeros", name="log_l")

    def call(self, x):
        return derivatives(x, self.w, self.b, self.a[:, 0], ops.exp(self.log_l))


def derivatives(x, w, b, a, tail):
    """The gradient of log q with respect to x, and behind it, as the last column, the trace of its Hessian."""
    t = ops.tanh(ops.matmul(x, w) + b)  # (b, k), the slope of log cosh
    score = ops.matmul(t * a, ops.transpose(w)) - tail * x  # (b, d)
    curvature = ops.sum(a * (1 - t**2) * ops.sum(w**2, axis=0), axis=-1, keepdims=True)  # (b, 1)
    return ops.concatenate([score, curvature - tail * w.shape[0]], axis=-1)  # (b, d + 1)
