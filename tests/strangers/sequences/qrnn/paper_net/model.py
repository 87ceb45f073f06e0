"""YOURS. What learns: a language model of quasi-recurrent layers.

What the paper leaves open, and what is guessed:
    - zoneout of so small a network

Shapes: b batch, t time, u units.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, layers, window, zoneout):
    """QRNN with fo-pooling, from letters to logits of the next letter.

    Source: Bradbury et al. 2017, Sections 2 and 3.2.
    """
    letters = keras.Input(inputs.shape, dtype=inputs.dtype, name="letters")  # (b, t)
    x = keras.layers.Embedding(inputs.classes, embedding, name="embedding")(letters)  # (b, t, embedding)
    for i in range(layers):
        x = QRNN(units, window, zoneout, initializer, name=f"qrnn_{i}")(x)  # (b, t, u)
    logits = keras.layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="next",
    )(x)
    return keras.Model(letters, logits, name="qrnn")  # (b, t, classes)


class QRNN(layers.Layer):
    """Convolutions along time give candidates and gates; a pooling without weights carries the state.

    c_t = f_t * c_{t-1} + (1 - f_t) * z_t,   h_t = o_t * c_t
    """

    def __init__(self, units, window, zoneout, initializer, **options):
        super().__init__(**options)
        self.units = units
        self.convolution = layers.Conv1D(
            3 * units, window, padding="causal", kernel_initializer=initializer.kernel(), name="gates"
        )
        self.zoneout = layers.Dropout(zoneout)

    def call(self, x, training=None):
        z, f, o = ops.split(self.convolution(x), 3, axis=-1)  # (b, t, u) each
        z, o = ops.tanh(z), ops.sigmoid(o)
        # zoneout: 1 - f is dropped, without scaling, so that a state is kept
        kept = self.zoneout(1 - ops.sigmoid(f), training=training)
        kept = kept * (1 - self.zoneout.rate) if training else kept
        state, states = ops.zeros_like(z[:, 0]), []
        for t in range(x.shape[1]):
            state = (1 - kept[:, t]) * state + kept[:, t] * z[:, t]
            states.append(state)
        return o * ops.stack(states, axis=1)  # (b, t, u)
