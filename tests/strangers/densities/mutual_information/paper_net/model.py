import math

import keras
from keras import layers, ops


def donsker_varadhan(joint, marginal):
    """A lower bound of the information, in nats: mean T under the joint less log mean exp T under the marginals."""
    return ops.mean(joint) - (ops.logsumexp(marginal) - ops.log(ops.cast(ops.size(marginal), marginal.dtype)))


class Mine(keras.Model):
    """Maximises the bound; marginal pairs take the second vector of another sample of the batch."""

    def __init__(self, *args, rolls=4, **kwargs):
        super().__init__(*args, **kwargs)
        self.rolls = rolls

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        of_others = [
            self({"first": x["first"], "second": ops.roll(x["second"], shift, axis=0)}, training=training)
            for shift in range(1, self.rolls + 1)
        ]
        return -donsker_varadhan(y_pred, ops.concatenate(of_others, axis=0))


def network(inputs, targets, initializer, units, rolls):
    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    pair = {key: keras.Input(inputs[key].shape, dtype=inputs[key].dtype, name=key) for key in ("first", "second")}
    x = layers.Concatenate(name="pair")([pair["first"], pair["second"]])
    x = dense(units, 2 * math.prod(inputs["first"].shape), activation="elu", name="hidden_1")(x)
    x = dense(units, units, activation="elu", name="hidden_2")(x)
    score = dense(1, units, name="score")(x)  # (b, 1)
    return Mine(pair, score, rolls=rolls, name="mine")
