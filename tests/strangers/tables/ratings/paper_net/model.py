import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """An ordered logit on top of two hidden layers: one score, and thresholds that cut it into ratings."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    ratios = keras.Input(inputs.shape, name="ratios")
    x = dense(units, ratios, activation="selu", name="hidden_0")  # (b, units)
    x = dense(units, x, activation="selu", name="hidden_1")
    score = dense(1, x, name="score")  # (b, 1)
    return keras.Model(ratios, Thresholds(targets.classes, name="ratings")(score), name="ordered_logit")  # (b, 6)


class Thresholds(layers.Layer):
    """A score, cut by increasing thresholds: log P(class), where P(class <= k) = sigmoid(threshold_k - score)."""

    def __init__(self, classes, **options):
        super().__init__(**options)
        self.classes = classes

    def build(self, shape):
        self.first = self.add_weight(shape=(1,), initializer=keras.initializers.Constant(-2), name="first")
        self.steps = self.add_weight(shape=(self.classes - 2,), initializer="zeros", name="steps")

    def call(self, score):
        thresholds = self.first + ops.concatenate([ops.zeros((1,)), ops.cumsum(ops.softplus(self.steps))])
        below = ops.sigmoid(thresholds - score)  # (b, 5), P(class <= k)
        below = ops.concatenate([ops.zeros_like(score), below, ops.ones_like(score)], axis=-1)  # (b, 7)
        return ops.log(ops.maximum(below[:, 1:] - below[:, :-1], 1e-7))  # (b, 6)
