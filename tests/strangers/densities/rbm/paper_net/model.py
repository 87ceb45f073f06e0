"""A restricted Boltzmann machine, learnt by contrastive divergence (Hinton 2002).

Shapes: b batch, v visible units, h hidden ones.
"""

import keras
from keras import ops


class RBM(keras.Model):
    def __init__(self, visible, hidden, steps, initializer, **options):
        super().__init__(**options)
        self.steps = steps
        self.w = self.add_weight(shape=(visible, hidden), initializer=initializer.kernel(), name="w")
        self.of_visible = self.add_weight(shape=(visible,), initializer="zeros", name="of_visible")
        self.of_hidden = self.add_weight(shape=(hidden,), initializer="zeros", name="of_hidden")
        self.seed_generator = keras.random.SeedGenerator(1)
        self.surprise = keras.metrics.Mean(name="pseudo_nll")
        self.reconstruction = keras.metrics.Mean(name="reconstruction")

    def hidden(self, v):
        return ops.sigmoid(ops.matmul(v, self.w) + self.of_hidden)

    def visible(self, h):
        return ops.sigmoid(ops.matmul(h, ops.transpose(self.w)) + self.of_visible)

    def call(self, v):
        return self.visible(self.hidden(v))

    def free_energy(self, v):
        return -ops.matmul(v, self.of_visible) - ops.sum(ops.softplus(ops.matmul(v, self.w) + self.of_hidden), axis=-1)

    def gibbs(self, v):
        """Some steps from v: hidden units drawn, visible ones as probabilities."""
        for _ in range(self.steps):
            p = self.hidden(v)
            h = ops.cast(keras.random.uniform(ops.shape(p), seed=self.seed_generator) < p, v.dtype)
            v = self.visible(h)
        return v

    def pseudo_nll(self, v):
        """-log p(a pixel | the others), times the pixels; one pixel of each image, drawn."""
        width = v.shape[-1]
        at = keras.random.randint((ops.shape(v)[0],), 0, width, seed=self.seed_generator)
        flip = ops.one_hot(at, width, dtype=v.dtype)
        return width * ops.softplus(self.free_energy(v) - self.free_energy(v + flip * (1 - 2 * v)))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        negative = ops.stop_gradient(self.gibbs(x))
        self.surprise.update_state(self.pseudo_nll(x))
        self.reconstruction.update_state(ops.mean((x - y_pred) ** 2, axis=-1))
        return ops.mean(self.free_energy(x)) - ops.mean(self.free_energy(negative))


def network(inputs, targets, initializer, hidden, steps):
    model = RBM(inputs.shape[0], hidden, steps, initializer, name="rbm")
    model(keras.Input(inputs.shape, dtype=inputs.dtype))
    return model
