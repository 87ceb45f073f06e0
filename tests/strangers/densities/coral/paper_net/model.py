import keras
from keras import layers


class Thresholds(layers.Layer):
    """One score, shifted by a bias of each threshold: the log-odds that the rank is above it."""

    def __init__(self, thresholds, bias, **kwargs):
        super().__init__(**kwargs)
        self.thresholds, self.bias_initializer = thresholds, bias

    def build(self, shape):
        self.biases = self.add_weight(shape=(self.thresholds,), initializer=self.bias_initializer, name="biases")

    def call(self, score):
        return score + self.biases  # (b, thresholds)


def network(inputs, targets, initializer, units):
    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    measures = keras.Input(inputs.shape, dtype=inputs.dtype, name="measures")
    x = dense(units, inputs.shape[0], activation="relu", name="hidden_1")(measures)
    x = dense(units, units, activation="relu", name="hidden_2")(x)
    score = dense(1, units, use_bias=False, name="score")(x)  # (b, 1)
    logits = Thresholds(targets.classes - 1, initializer.bias(fan_in=units), name="thresholds")(score)
    return keras.Model(measures, logits, name="coral")  # (b, classes - 1)
