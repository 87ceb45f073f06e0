"""A mixture model, by gradient descent in the place of EM. Shapes: b batch, k components, p pixels."""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, components):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    joint = BernoulliMixture(components, name="mixture")(image)  # (b, k)
    return Mixture(image, joint, name="mixture_model")


class BernoulliMixture(layers.Layer):
    """Returns log p(component) + log p(image | component), for each component."""

    def __init__(self, components, **options):
        super().__init__(**options)
        self.components = components

    def build(self, shape):
        start = initializers.RandomNormal(stddev=0.5, seed=0)
        self.logits = self.add_weight(shape=(self.components, shape[-1]), initializer=start, name="logits")
        self.weights_logits = self.add_weight(shape=(self.components,), initializer="zeros", name="weights_logits")

    def call(self, image):
        on, off = ops.log_sigmoid(self.logits), ops.log_sigmoid(-self.logits)  # (k, p)
        given = ops.matmul(image, ops.transpose(on)) + ops.matmul(1 - image, ops.transpose(off))  # (b, k)
        return ops.log_softmax(self.weights_logits) + given


class Mixture(keras.Model):
    """Minimises the mean of -log p(image)."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.used = keras.metrics.Mean(name="certainty")  # how surely an image belongs to one component

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.used.update_state(ops.max(ops.softmax(y_pred, axis=-1), axis=-1))
        return -ops.mean(ops.logsumexp(y_pred, axis=-1))
