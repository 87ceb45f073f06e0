import keras
from keras import layers, ops


def network(inputs, targets, initializer, modules, width):
    """G-SympNet: gradient modules, up and low in turn; whatever its weights, the map is symplectic.

    Source: Jin et al. 2020, SympNets, definition 4.
    """
    state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")  # (b, 2)
    x = state
    for i in range(modules):
        x = Gradient(width, i % 2 == 0, initializer, name=f"gradient_{i}")(x)  # (b, 2)
    return keras.Model(state, x, name="sympnet")


class Gradient(layers.Layer):
    """(q, p) → (q, p + Kᵀ diag(a) tanh(K q + b)), or the same with q and p exchanged.

    Args:
        width: rows of K.
        kicks: whether p is moved by q (up); else q is by p (low).
        initializer: of K, a and b.
    """

    def __init__(self, width, kicks, initializer, **options):
        super().__init__(**options)
        self.width, self.kicks, self.initializer = width, kicks, initializer

    def build(self, shape):
        half = shape[-1] // 2
        self.k = self.add_weight(shape=(half, self.width), initializer=self.initializer.kernel(), name="k")
        self.a = self.add_weight(shape=(self.width,), initializer=self.initializer.kernel(), name="a")
        self.b = self.add_weight(shape=(self.width,), initializer=self.initializer.bias(fan_in=half), name="b")

    def call(self, x):
        q, p = ops.split(x, 2, axis=-1)  # (b, 1), (b, 1)
        moved, by = (p, q) if self.kicks else (q, p)
        force = ops.matmul(self.a * ops.tanh(ops.matmul(by, self.k) + self.b), ops.transpose(self.k))
        moved = moved + force
        return ops.concatenate([q, moved] if self.kicks else [moved, p], axis=-1)  # (b, 2)
