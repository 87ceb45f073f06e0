import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, radius, input_scale, connected, seed):
    """An echo state network: a fixed random reservoir, and a linear readout of its states and the input, learnt.

    Source: Jaeger 2001, The "echo state" approach, Section 2.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 1)
    rng = np.random.default_rng(seed)
    w = rng.standard_normal((units, units)) * (rng.random((units, units)) < connected)
    w *= radius / np.max(np.abs(np.linalg.eigvals(w)))
    w_in = rng.uniform(-input_scale, input_scale, (inputs.shape[-1], units))
    reservoir = layers.RNN(Reservoir(w, w_in), return_sequences=True, name="reservoir")
    x = layers.Concatenate()([signal, reservoir(signal)])  # (b, t, 1 + units)
    readout = layers.Dense(
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="readout",
    )
    return keras.Model(signal, readout(x), name="echo_state")  # (b, t, 1)


class Reservoir(layers.Layer):
    """x → tanh(W x + W_in u + bias), with weights that stay as they were drawn."""

    def __init__(self, w, w_in, **options):
        super().__init__(trainable=False, **options)
        self.drawn = w.astype("float32"), w_in.astype("float32")
        self.state_size = self.output_size = len(w)

    def build(self, shape):
        w, w_in = self.drawn
        self.w = self.add_weight(shape=w.shape, initializer=lambda *a, **k: ops.convert_to_tensor(w), name="w")
        self.w_in = self.add_weight(
            shape=w_in.shape, initializer=lambda *a, **k: ops.convert_to_tensor(w_in), name="w_in"
        )

    def call(self, u, states):
        x = ops.tanh(ops.matmul(states[0], self.w) + ops.matmul(u, self.w_in) + 0.1)
        return x, [x]
