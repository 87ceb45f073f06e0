"""SimSiam (Chen & He 2021, algorithm 1), with a linear probe that learns beside it. Shapes: b batch."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, bottleneck):
    return SimSiam(targets.classes, initializer, width, bottleneck, name="simsiam")


class SimSiam(keras.Model):
    def __init__(self, classes, initializer, width, bottleneck, **options):
        super().__init__(**options)

        def dense(units, use_bias=True):
            return layers.Dense(units, use_bias=use_bias, kernel_initializer=initializer.kernel())

        def norm(**options):
            return layers.BatchNormalization(momentum=0.9, **options)  # few steps: it must follow soon

        def conv(filters):
            kernel = initializer.kernel()
            return layers.Conv2D(filters, 3, strides=2, padding="same", use_bias=False, kernel_initializer=kernel)

        self.encoder = keras.Sequential(
            [
                conv(12),
                norm(),
                layers.ReLU(),
                conv(24),
                norm(),
                layers.ReLU(),
                layers.Flatten(),
                dense(width, False),
                norm(),
                layers.ReLU(),
            ],
            name="encoder",
        )
        self.projector = keras.Sequential(
            [dense(width, False), norm(), layers.ReLU(), dense(width, False), norm(scale=False, center=False)],
            name="projector",
        )
        self.predictor = keras.Sequential(
            [dense(bottleneck, False), norm(), layers.ReLU(), dense(width)], name="predictor"
        )
        self.probe = dense(classes)

    def call(self, x, training=False):
        h = self.encoder(x["first"], training=False)  # (b, width)
        z = self.projector(h, training=False)
        self.predictor(z, training=False)  # so that all is built here
        return self.probe(ops.stop_gradient(h))  # (b, classes)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        z1 = self.projector(self.encoder(x["first"], training=training), training=training)  # (b, width)
        z2 = self.projector(self.encoder(x["second"], training=training), training=training)
        p1 = self.predictor(z1, training=training)
        p2 = self.predictor(z2, training=training)
        apart = (distance(p1, z2) + distance(p2, z1)) / 2  # (b)
        probe = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)  # (b)
        return ops.mean(apart + probe)


def distance(p, z):
    """1 - cosine; z is taken for a constant."""
    z = ops.stop_gradient(z)
    return 1 - ops.sum(ops.normalize(p, axis=-1) * ops.normalize(z, axis=-1), axis=-1)
