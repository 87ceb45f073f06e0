import keras
from keras import layers, ops


def couplings(raw):
    """Symmetric couplings without a coupling of a spin to itself."""
    symmetric = (raw + ops.transpose(raw)) / 2  # (n, n)
    return symmetric * (1 - ops.eye(raw.shape[0], dtype=raw.dtype))


class Conditionals(layers.Layer):
    """The log-odds that a spin is up, given all others."""

    def __init__(self, kernel, bias, **kwargs):
        super().__init__(**kwargs)
        self.kernel_initializer, self.bias_initializer = kernel, bias

    def build(self, shape):
        self.raw = self.add_weight(shape=(shape[-1], shape[-1]), initializer=self.kernel_initializer, name="raw")
        self.field = self.add_weight(shape=(shape[-1],), initializer=self.bias_initializer, name="field")

    def call(self, spins):
        return 2 * (self.field + ops.matmul(spins, couplings(self.raw)))  # (b, n)


class Ising(keras.Model):
    """Trained by the negative pseudolikelihood, a mean over spins."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(ops.softplus(-x * y_pred))


def network(inputs, targets, initializer):
    spins = keras.Input(inputs.shape, dtype=inputs.dtype, name="spins")
    n = inputs.shape[0]
    logits = Conditionals(initializer.kernel(), initializer.bias(fan_in=n), name="conditionals")(spins)
    return Ising(spins, logits, name="ising")
