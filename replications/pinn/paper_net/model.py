"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how its curriculum raises beta: linearly over the first half (conf/training)
    - how the weights start: Glorot's uniform

Shapes: b batch.
"""

import math

import jax
import keras
from keras import layers, ops


def network(inputs, targets, initializer, beta, units, depth):
    """The PINN of the paper: u(x, t), how far it violates u_t + beta u_x = 0, and u(0, t) - u(2 pi, t)."""
    u = solution(initializer, units, depth)
    at = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    left, right = ops.zeros_like(at["boundary"]), ops.full_like(at["boundary"], 2 * math.pi)
    outputs = {
        "u": u(at["known"]),  # (b, 1)
        "residual": Convection(u, beta, name="residual")(at["collocation"]),  # (b, 1)
        "periodic": u(ops.concatenate([left, at["boundary"]], axis=-1))
        - u(ops.concatenate([right, at["boundary"]], axis=-1)),  # (b, 1)
    }
    return keras.Model(at, outputs, name="pinn")


def solution(initializer, units, depth):
    """A fully connected network (x, t) → u with tanh."""
    x = points = keras.Input([2], name="points")
    for i in range(depth):
        x = dense(initializer, units, x, activation="tanh", name=f"hidden_{i}")  # (b, units)
    return keras.Model(points, dense(initializer, 1, x, name="value"), name="solution")  # (b, 1)


def dense(initializer, units, x, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)


class Convection(layers.Layer):
    """How far a network u(x, t) is from u_t + beta u_x = 0: its derivative in the direction (beta, 1), exactly.

    Args:
        network: points (b, 2) → u (b, 1).
        beta: where the curriculum ends; the weight `beta` holds what it has come to.
    """

    def __init__(self, network, beta, **options):
        super().__init__(**options)
        self.network, self.final = network, beta
        self.beta = self.add_weight(shape=(), initializer=keras.initializers.Constant(beta), trainable=False)

    def call(self, points):
        direction = ops.broadcast_to(ops.stack([ops.convert_to_tensor(self.beta), 1.0]), ops.shape(points))  # (b, 2)
        return jax.jvp(self.network, (points,), (direction,))[1]  # (b, 1)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
