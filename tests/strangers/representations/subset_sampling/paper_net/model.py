"""Subset sampling: a selector picks features for each sample, a predictor sees only these.

Shapes: b batch, d features, k choices.

What the paper leaves open, and what is guessed:
    - the widths of selector and predictor: those of learning to explain, made smaller
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, chosen, temperature, units):
    """Selector → k features → predictor, learnt together."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    sample = keras.Input(inputs.shape, name="sample")  # (b, d)
    x = dense(units, sample, activation="selu", name="selector_0")
    x = dense(units, x, activation="selu", name="selector_1")
    scores = dense(inputs.shape[-1], x, name="scores")  # (b, d)
    mask = Choose(chosen, temperature, name="mask")(scores)  # (b, d)
    x = layers.Multiply(name="seen")([sample, mask])
    for i in range(2):
        x = dense(2 * units, x, activation="relu", name=f"predictor_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
    return keras.Model(sample, dense(targets.classes, x, name="logits"), name="subset_sampling")  # (b, 2)


class Choose(layers.Layer):
    """A mask of k ones: in training relaxed, k softmaxes of scores with Gumbel noise; else the k best scores.

    Source: Xie & Ermon 2019, algorithm 1 and equations 6 and 7: what is chosen once is hardly chosen again.
    """

    def __init__(self, chosen, temperature, **options):
        super().__init__(**options)
        self.chosen, self.temperature = chosen, temperature
        self.seeds = keras.random.SeedGenerator(17)

    def call(self, scores, training=False):
        if not training:
            best = ops.top_k(scores, self.chosen)[1]  # (b, k)
            return ops.sum(ops.one_hot(best, scores.shape[-1]), axis=1)  # (b, d)
        uniform = keras.random.uniform(ops.shape(scores), 1e-6, 1 - 1e-6, seed=self.seeds)
        scores = scores - ops.log(-ops.log(uniform))  # (b, d)
        mask = one = ops.zeros_like(scores)
        for _ in range(self.chosen):
            scores = scores + ops.log(ops.maximum(1 - one, 1e-6))
            one = ops.softmax(scores / self.temperature, axis=-1)  # (b, d), adds up to 1
            mask = mask + one
        return mask  # (b, d), adds up to k
