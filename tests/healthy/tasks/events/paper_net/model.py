"""YOURS. Deep Sets (Zaheer et al. 2017): what each element says, added up, then interpreted."""

import keras
from keras import layers, ops


class MaskedSum(layers.Layer):
    """The sum over the elements that are there, as a share of the largest set's number."""

    def call(self, x, present):
        return ops.sum(x * present[..., None], axis=1) / x.shape[1] ** 0.5


def deep_sets(inputs, targets, initializer, width, latent):
    particles = keras.Input(inputs["particles"].shape, dtype=inputs["particles"].dtype, name="particles")
    mask = keras.Input(inputs["mask"].shape, dtype=inputs["mask"].dtype, name="mask")

    def dense(units, activation=None, name=None):
        return layers.Dense(
            units, activation, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(), name=name
        )

    x = dense(width, "gelu", "phi1")(particles)
    x = dense(width, "gelu", "phi2")(x)
    x = dense(latent, None, "phi3")(x)
    x = MaskedSum(name="pool")(x, mask)
    x = dense(width, "gelu", "rho1")(x)
    x = layers.Add()([x, dense(width, "gelu", "rho2")(x)])
    x = dense(targets.shape[0], None, "values")(x)
    return keras.Model({"particles": particles, "mask": mask}, x)
