import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, attention, hops, penalty):
    """A structured self-attentive sentence embedding: several weighted means of a BiLSTM's states.

    Source: Lin et al. 2017, Figure 1.
    """
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, n)
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="embedding")(words)  # (b, n, embedding)
    lstm = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel())
    h = layers.Bidirectional(lstm, name="states")(x)  # (b, n, 2 units)
    m = Hops(attention, hops, penalty, initializer, name="hops")(h)  # (b, hops, 2 units)
    x = layers.Flatten()(m)
    for width, activation, name in ((32, "relu", "hidden"), (targets.classes, None, "logits")):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    return keras.Model(words, x, name="self_attentive")  # (b, classes)


class Hops(layers.Layer):
    """A = softmax(W_2 tanh(W_1 H^T)) over the words, M = A H, and the penalty |A A^T - 1|² on hops that are alike.

    Source: Lin et al. 2017, equations 6 to 8.
    """

    def __init__(self, attention, hops, penalty, initializer, **options):
        super().__init__(**options)
        self.supports_masking = True
        self.hops, self.penalty = hops, penalty
        self.first = layers.Dense(attention, "tanh", use_bias=False, kernel_initializer=initializer.kernel())
        self.second = layers.Dense(hops, use_bias=False, kernel_initializer=initializer.kernel())

    def build(self, shape):
        self.first.build(shape)
        self.second.build((*shape[:-1], self.first.units))

    def call(self, h, mask=None):
        scores = self.second(self.first(h))  # (b, n, hops)
        if mask is not None:
            scores = ops.where(mask[:, :, None], scores, -1e9)
        a = ops.softmax(scores, axis=1)
        a = ops.transpose(a, (0, 2, 1))  # (b, hops, n)
        alike = ops.matmul(a, ops.transpose(a, (0, 2, 1))) - ops.eye(self.hops)  # (b, hops, hops)
        self.add_loss(self.penalty * ops.mean(ops.sum(alike**2, axis=(1, 2))))
        return ops.matmul(a, h)

    def compute_mask(self, h, mask=None):
        return None
