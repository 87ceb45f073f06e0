"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the deviation of the prior and of the observations (conf/model: prior, conf/loss: deviation)

Shapes: b batch.
"""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, units, prior, samples):
    """A dense network whose weights are drawn from their posterior in each pass.

    Args:
        units: of the two hidden layers.
        prior: deviation of the normal prior of each weight.
        samples: of the training split, each of which bears its share of the divergence.

    Source: Blundell et al. 2015, equations 3 and 8 (a normal prior, for which the divergence is in closed form).
    """
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 1)
    h = x
    for i in range(2):
        h = Bayesian(units, prior, 1 / samples, initializer, name=f"hidden_{i}")(h)  # (b, units)
        h = layers.Activation("tanh", name=f"tanh_{i}")(h)
    return keras.Model(x, Bayesian(1, prior, 1 / samples, initializer, name="y")(h), name="bayes_by_backprop")  # (b, 1)


class Bayesian(layers.Layer):
    """A dense layer of weights ~ N(mean, softplus(rho)²); adds its share of their divergence from the prior.

    Args:
        units: of the layer.
        prior: deviation of the prior.
        share: weight of the divergence.
        initializer: of the kernel's means.
    """

    def __init__(self, units, prior, share, initializer, **options):
        super().__init__(**options)
        self.units, self.prior, self.share, self.initializer = units, prior, share, initializer
        self.noise = keras.random.SeedGenerator()

    def build(self, shape):
        shape, rho = (shape[-1] + 1, self.units), initializers.Constant(-4.0)
        self.mean = self.add_weight(
            shape=shape, initializer=self.initializer.kernel(), name="mean"
        )  # the bias: last row
        self.rho = self.add_weight(shape=shape, initializer=rho, name="rho")

    def call(self, x):
        deviation = ops.softplus(self.rho)
        ratio = (deviation / self.prior) ** 2
        divergence = 0.5 * ops.sum(ratio + (self.mean / self.prior) ** 2 - 1 - ops.log(ratio))
        self.add_loss(self.share * divergence)
        weight = self.mean + deviation * keras.random.normal(ops.shape(self.mean), seed=self.noise)
        return ops.matmul(x, weight[:-1]) + weight[-1]
