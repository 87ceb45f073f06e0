"""A classifier whose features are asked to be distributed alike in both domains."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, weight):
    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs["image"].shape, name="image")
    domain = keras.Input(inputs["domain"].shape, name="domain")
    x = dense(image, units, activation="relu", name="hidden")  # (b, units)
    x = dense(x, units // 2, activation="tanh", name="features")  # (b, units / 2)
    x = Discrepancy(weight, name="mmd")(x, domain)
    logits = dense(x, targets.classes, name="logits")  # (b, c)
    return keras.Model({"image": image, "domain": domain}, logits, name="dan")


class Discrepancy(layers.Layer):
    """Hands its features on; in training it adds the squared MMD between the domains, under several kernels.

    Source: Long et al. 2015, equations 1 to 4, with all pairs of the batch.
    """

    def __init__(self, weight, widths=(0.25, 0.5, 1.0, 2.0, 4.0), **options):
        super().__init__(**options)
        self.weight, self.widths = weight, widths

    def call(self, x, domain, training=False):
        if training:
            squares = ops.sum(x**2, axis=-1)
            distances = squares[:, None] + squares[None, :] - 2 * ops.matmul(x, ops.transpose(x))  # (b, b)
            distances = ops.maximum(distances, 0.0)
            middle = ops.stop_gradient(ops.mean(distances)) + 1e-6
            kernel = sum(ops.exp(-distances / (width * middle)) for width in self.widths) / len(self.widths)
            of_source, of_target = 1 - domain, domain
            share = of_source / ops.maximum(ops.sum(of_source), 1.0) - of_target / ops.maximum(ops.sum(of_target), 1.0)
            self.add_loss(self.weight * ops.sum(share[:, None] * kernel * share[None, :]))
        return x
