"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the augmentation of so small images: shifts, noise and missing pixels

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, expanded, invariance, variance, covariance):
    """Encoder, expander and probe; the answer is the probe's logits."""

    def dense(units, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)

    encoder = keras.Sequential(
        [
            keras.Input(inputs.shape),
            layers.Flatten(),
            dense(128, 64),
            layers.BatchNormalization(),
            layers.ReLU(),
            dense(width, 128),
        ],
        name="encoder",
    )
    expander = keras.Sequential(
        [
            keras.Input([width]),
            dense(expanded, width),
            layers.BatchNormalization(),
            layers.ReLU(),
            dense(expanded, expanded),
        ],
        name="expander",
    )
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    h = layers.Lambda(ops.stop_gradient, name="stopped")(encoder(image))  # (b, width)
    logits = dense(targets.classes, width, name="probe")(h)  # (b, 10)
    return VICReg(encoder, expander, (invariance, variance, covariance), inputs=image, outputs=logits, name="vicreg")


class VICReg(keras.Model):
    """Learns an encoder from two views of each image, and beside it a probe from the labels.

    Source: Bardes et al. 2022, VICReg, equations 1 to 6.
    """

    def __init__(self, encoder, expander, weights_of_terms, **options):
        super().__init__(**options)
        self.encoder, self.expander, self.weights_of_terms = encoder, expander, weights_of_terms
        self.augment = keras.Sequential(
            [
                layers.RandomTranslation(0.13, 0.13, fill_mode="constant"),
                layers.Dropout(0.2),
                layers.GaussianNoise(0.1),
            ]
        )

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        a, b = (self.expander(self.encoder(self.augment(x, training=True), training=training)) for _ in range(2))
        terms = ops.mean(ops.square(a - b)), spread(a) + spread(b), correlated(a) + correlated(b)
        vicreg = sum(weight * term for weight, term in zip(self.weights_of_terms, terms, strict=True))
        probe = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)
        return vicreg / self.weights_of_terms[0] + ops.mean(probe)


def spread(z):
    """The hinge on the standard deviation of each variable over the batch."""
    deviation = ops.sqrt(ops.var(z, axis=0) + 1e-4)  # (d)
    return ops.mean(ops.relu(1 - deviation))


def correlated(z):
    """The squared covariances of two different variables, over the batch."""
    b, d = ops.shape(z)[0], z.shape[-1]
    z = z - ops.mean(z, axis=0)
    covariance = ops.matmul(ops.transpose(z), z) / ops.cast(ops.maximum(b - 1, 1), z.dtype)  # (d, d)
    return ops.sum(ops.square(covariance * (1 - ops.eye(d)))) / d
