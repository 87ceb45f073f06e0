import math

import keras
from keras import layers, ops

GRID = 512  # places at which held-out samples are normalized


def log_proposal(candidates, y, widths):
    """Log of q(candidate | y): the mean of normals about y, one of each width."""
    z = ops.expand_dims(candidates - ops.expand_dims(y, 1), -1) / ops.convert_to_tensor(widths)  # (b, m, k)
    of_each = -0.5 * ops.square(z) - ops.log(ops.convert_to_tensor(widths)) - 0.5 * math.log(2 * math.pi)
    return ops.logsumexp(of_each, axis=-1) - math.log(len(widths))


@keras.saving.register_keras_serializable("paper_net")
class EnergyRegression(keras.Model):
    """f(x, y), whose exponential is the density of y up to a factor; samples of q tell the factor."""

    def __init__(self, features, head, samples, widths, lowest, highest, **kwargs):
        super().__init__(**kwargs)
        self.features, self.head = features, head
        self.samples, self.widths, self.lowest, self.highest = samples, list(widths), lowest, highest
        self.seeds = keras.random.SeedGenerator()

    def call(self, x):
        return self.features(x)

    def scores(self, features, candidates):
        """f of each sample and each of its candidates."""
        number = candidates.shape[1]
        pairs = [ops.repeat(features, number, axis=0), ops.reshape(candidates, (-1, 1))]
        return ops.reshape(self.head(pairs), (-1, number))  # (b, m)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """-ln p(y | x); its normalizer from samples in training, from a grid elsewhere."""
        batch = ops.shape(y)[0]
        if training:
            noise = keras.random.normal((batch, self.samples), seed=self.seeds)
            which = keras.random.randint((batch, self.samples), 0, len(self.widths), seed=self.seeds)
            candidates = ops.expand_dims(y, 1) + ops.take(ops.convert_to_tensor(self.widths), which) * noise
            weighted = self.scores(y_pred, candidates) - log_proposal(candidates, y, self.widths)
            log_normalizer = ops.logsumexp(weighted, axis=1) - math.log(self.samples)
        else:
            grid = ops.linspace(self.lowest, self.highest, GRID)
            candidates = ops.ones((batch, 1)) * ops.reshape(grid, (1, GRID))
            step = (self.highest - self.lowest) / (GRID - 1)
            log_normalizer = ops.logsumexp(self.scores(y_pred, candidates), axis=1) + math.log(step)
        true = self.scores(y_pred, ops.reshape(y, (-1, 1)))[:, 0]
        return ops.mean(log_normalizer - true)

    def get_config(self):
        return {
            "features": keras.saving.serialize_keras_object(self.features),
            "head": keras.saving.serialize_keras_object(self.head),
            **{name: getattr(self, name) for name in ("samples", "widths", "lowest", "highest")},
        }

    @classmethod
    def from_config(cls, config):
        parts = {part: keras.saving.deserialize_keras_object(config.pop(part)) for part in ("features", "head")}
        return cls(**parts, **config)


def network(inputs, targets, initializer, units, samples, widths, lowest, highest):
    """Features of x, and a head that scores them together with a candidate."""

    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    x = keras.Input(inputs.shape, name="x")
    features = keras.Model(
        x, dense(dense(x, units, "features_1", "relu"), units, "features_2", "relu"), name="features"
    )
    of_x, candidate = keras.Input((units,), name="of_x"), keras.Input((1,), name="candidate")
    together = layers.Concatenate(name="together")([of_x, dense(candidate, units, "of_candidate", "relu")])
    hidden = dense(dense(together, units, "head_1", "relu"), units, "head_2", "relu")
    head = keras.Model([of_x, candidate], dense(hidden, 1, "score"), name="head")
    model = EnergyRegression(features, head, samples, widths, lowest, highest, name="ebm_regression")
    model(ops.zeros((1, *inputs.shape)))
    return model
