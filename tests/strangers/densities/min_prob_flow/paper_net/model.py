import itertools

import keras
from keras import layers, ops

from . import losses


def network(inputs, targets, initializer):
    """The energy of a state, with the loss of its flow into the states one flip away."""
    state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")  # (b, d)
    energy = Energy(initializer, name="energy")(state)  # (b)
    return FlowOut(state, energy, name="boltzmann_machine")


class Energy(layers.Layer):
    """E(x) = -x J x - h x over the pairs above the diagonal; the weights below it and on it are not read."""

    def __init__(self, initializer, **kwargs):
        super().__init__(**kwargs)
        self.start = initializer

    def build(self, shape):
        width = shape[-1]
        self.couplings = self.add_weight(shape=(width, width), initializer=self.start.kernel(), name="couplings")
        self.bias = self.add_weight(shape=(width,), initializer=self.start.bias(fan_in=width), name="bias")

    def call(self, state):
        return energy(state, self.couplings, self.bias)


def energy(state, couplings, bias):
    """-sum over i < j of x_i J_ij x_j, minus sum over i of h_i x_i; of any leading axes."""
    return (
        -ops.sum(ops.matmul(state, ops.triu(couplings, 1)) * state, axis=-1) - ops.matmul(state, bias[:, None])[..., 0]
    )


def flipped(state):
    """All states that differ in one unit: axis 1 is the unit that is flipped."""
    eye = ops.eye(state.shape[-1], dtype=state.dtype)  # (d, d)
    return ops.abs(state[:, None, :] - eye)  # (b, d, d)


class FlowOut(keras.Model):
    """Minimizes the flow of probability out of the data; the exact -log p of each state is recorded beside it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.nll = keras.metrics.Mean(name="nll")
        self.all_states = list(itertools.product([0.0, 1.0], repeat=self.inputs[0].shape[-1]))  # (2^d, d)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        at = self.get_layer("energy")
        log_partition = ops.logsumexp(-at(ops.convert_to_tensor(self.all_states, dtype="float32")))
        self.nll.update_state(y_pred + log_partition)
        return ops.mean(losses.flow(y_pred, at(flipped(x))))
