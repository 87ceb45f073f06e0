import itertools

import keras
from keras import layers, ops


def network(inputs, targets, initializer, hidden, gibbs_steps):
    """A restricted Boltzmann machine, whose answer is the free energy of a configuration."""
    configuration = keras.Input(inputs.shape, name="configuration")  # (b, n)
    energy = FreeEnergy(hidden, initializer, name="free_energy")(configuration)  # (b,)
    return BoltzmannMachine(configuration, energy, gibbs_steps=gibbs_steps, name="boltzmann_machine")


class FreeEnergy(layers.Layer):
    def __init__(self, hidden, initializer, **kwargs):
        super().__init__(**kwargs)
        self.hidden, self.initializer = hidden, initializer

    def build(self, shape):
        visible = shape[-1]
        self.kernel = self.add_weight(
            shape=(visible, self.hidden), initializer=self.initializer.kernel(), name="kernel"
        )
        self.visible_bias = self.add_weight(
            shape=(visible,), initializer=self.initializer.bias(fan_in=visible), name="visible_bias"
        )
        self.hidden_bias = self.add_weight(
            shape=(self.hidden,), initializer=self.initializer.bias(fan_in=visible), name="hidden_bias"
        )

    def call(self, v):
        return free_energy(v, self.kernel, self.visible_bias, self.hidden_bias)

    def sampled(self, v, steps, seeds):
        """What `steps` rounds of Gibbs sampling make of the configurations v: hidden from visible and back."""
        for _ in range(steps):
            up = ops.sigmoid(ops.matmul(v, self.kernel) + self.hidden_bias)
            h = ops.cast(keras.random.uniform(ops.shape(up), seed=seeds) < up, v.dtype)
            down = ops.sigmoid(ops.matmul(h, ops.transpose(self.kernel)) + self.visible_bias)
            v = ops.cast(keras.random.uniform(ops.shape(down), seed=seeds) < down, v.dtype)
        return v


def free_energy(v, kernel, visible_bias, hidden_bias):
    """F = -b·v - sum of softplus(c + v W), such that p(v) = exp(-F) / Z; v (b, n), kernel (n, m), to (b,)."""
    return -ops.matmul(v, visible_bias) - ops.sum(ops.softplus(ops.matmul(v, kernel) + hidden_bias), axis=-1)


class BoltzmannMachine(keras.Model):
    def __init__(self, *args, gibbs_steps, **kwargs):
        super().__init__(*args, **kwargs)
        self.gibbs_steps = gibbs_steps
        self.seeds = keras.random.SeedGenerator()
        self.nll = keras.metrics.Mean(name="nll")
        self.everything = list(itertools.product([0.0, 1.0], repeat=self.input_shape[-1]))  # all 2^n configurations

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """Contrastive divergence: free energy of the data less that of what Gibbs sampling makes of it."""
        # Its value hovers about 0 and says little; the likelihood itself is a metric, by the sum over all configurations
        layer = self.get_layer("free_energy")
        fantasy = ops.stop_gradient(layer.sampled(x, self.gibbs_steps, self.seeds))
        log_partition = ops.logsumexp(-layer(ops.convert_to_tensor(self.everything, dtype=x.dtype)))
        self.nll.update_state(y_pred + log_partition)
        return ops.mean(y_pred) - ops.mean(layer(fantasy))
