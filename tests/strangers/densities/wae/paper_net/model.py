"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, z size of the code.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, code, units, weight):
    """WAE-MMD with a deterministic encoder; from images (b, 64) to their reconstruction (b, 64)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, name="image")
    x = dense(units, image, activation="elu", name="encoder_1")
    x = dense(units, x, activation="elu", name="encoder_2")
    z = dense(code, x, name="code")  # (b, z)
    x = dense(units, z, activation="elu", name="decoder_1")
    x = dense(units, x, activation="elu", name="decoder_2")
    pixels = dense(inputs.shape[0], x, activation="sigmoid", name="pixels")  # (b, 64)
    return WAE(weight, image, {"pixels": pixels, "code": z}, name="wae")


class WAE(keras.Model):
    """Algorithm 2: squared error and the maximum mean discrepancy of codes to draws of the prior N(0, 1)."""

    def __init__(self, weight, inputs, outputs, **options):
        super().__init__(inputs=inputs, outputs=outputs, **options)
        self.weight = weight
        self.seeds = keras.random.SeedGenerator(1)
        self.error = keras.metrics.Mean(name="error")
        self.discrepancy = keras.metrics.Mean(name="mmd")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        error = ops.mean(ops.sum((x - y_pred["pixels"]) ** 2, axis=-1))
        z = y_pred["code"]
        prior = keras.random.normal(ops.shape(z), seed=self.seeds)
        mmd = discrepancy(prior, z)
        self.error.update_state(error)
        self.discrepancy.update_state(mmd)
        return error + self.weight * mmd


def squared_distances(a, b):
    return ops.sum((a[:, None] - b[None]) ** 2, axis=-1)  # (b, b)


def discrepancy(p, q):
    """Unbiased estimate of MMD² by the inverse multiquadratic kernel, summed over scales as the authors' code has it."""
    n = ops.cast(ops.shape(p)[0], p.dtype)
    others = 1 - ops.eye(ops.shape(p)[0])  # without a point's distance to itself
    total = 0.0
    for scale in (0.1, 0.5, 1.0, 2.0, 5.0):
        c = 2.0 * p.shape[-1] * scale  # 2 z sigma²
        within = c / (c + squared_distances(p, p)) + c / (c + squared_distances(q, q))
        across = c / (c + squared_distances(p, q))
        total = total + ops.sum(others * within) / (n * (n - 1)) - 2 * ops.sum(across) / n**2
    return total
