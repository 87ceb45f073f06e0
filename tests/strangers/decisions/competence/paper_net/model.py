import keras
from keras import layers, ops

from .losses import competence


class Curriculum(keras.Model):
    """Learns from samples that are not harder than it is competent."""

    def __init__(self, inputs, outputs, steps, first):
        super().__init__(inputs, outputs, name="curriculum")
        self.steps, self.first = steps, first

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        log_p = ops.log_softmax(y_pred)
        loss = -ops.sum(ops.one_hot(ops.cast(y[:, 0], "int32"), y_pred.shape[-1]) * log_p, axis=-1)
        if not training:
            return ops.mean(loss)
        easy = ops.cast(y[:, 1] <= competence(self.optimizer.iterations, self.steps, self.first), "float32")
        return ops.sum(easy * loss) / ops.maximum(ops.sum(easy), 1.0)


def network(inputs, targets, initializer, units, modulus, steps, first):
    digits = keras.Input(inputs.shape, dtype=inputs.dtype, name="digits")
    x = layers.Embedding(inputs.classes, 8, mask_zero=True, name="digit")(digits)  # (b, t, 8)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="counter")(x)  # (b, units)
    x = layers.Dense(modulus, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units))(
        x
    )
    return Curriculum(digits, x, steps, first)  # (b, modulus)
