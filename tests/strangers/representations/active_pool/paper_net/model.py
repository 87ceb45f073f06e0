"""A classifier that learns from the labels that have been asked for. Shapes: b batch, c classes, n pool."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, first):
    """A perceptron on the features; the index says whose label may count."""
    features = keras.Input(inputs["features"].shape, name="features")
    x = layers.LayerNormalization(name="norm")(features)
    x = layers.Concatenate(name="both")([features, x])
    for i, width in enumerate([units, units, targets.classes]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        activation = "tanh" if i < 2 else None
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=f"dense_{i}")(x)
    model = Asking(keras.Model(features, x), inputs["index"].classes, first, name="asking")
    model({"features": ops.zeros((1, 6)), "index": ops.zeros((1,), "int32")})
    return model


class Asking(keras.Model):
    """Its loss counts the labelled samples alone; train.py's Ask has more of them labelled."""

    def __init__(self, body, pool, first, **options):
        super().__init__(**options)
        self.body = body
        self.labelled = self.add_weight(shape=(pool,), initializer="zeros", trainable=False, name="labelled")
        self.labelled.assign([1.0] * first + [0.0] * (pool - first))  # the pool is in no order

    def call(self, x, training=False):
        return self.body(x["features"], training=training)  # (b, c), logits

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)  # (b)
        if not training:
            return ops.mean(loss)
        counted = ops.take(self.labelled, ops.reshape(x["index"], (-1,)))  # (b)
        return ops.sum(counted * loss) / ops.maximum(ops.sum(counted), 1.0)
