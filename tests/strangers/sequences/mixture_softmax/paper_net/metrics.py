"""What the paper judges by."""

import keras
from keras import ops


class Perplexity(keras.metrics.MeanMetricWrapper):
    """e to the mean cross-entropy of a word, in nats."""

    def __init__(self, name="perplexity", **options):
        super().__init__(nats, name=name, **options)

    def result(self):
        return ops.exp(super().result())


def nats(y_true, y_pred):
    return keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)
