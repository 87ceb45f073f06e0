import keras
from keras import layers, ops

from .losses import ahead, info_nce, scores


class Predictive(keras.Model):
    """Predicts codes some steps ahead; the other samples of the batch are what it is to be told from."""

    def prepared(self, steps):
        self.steps, self.accuracy = steps, keras.metrics.Mean(name="accuracy")
        return self

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        logits = scores(*ahead(y_pred["codes"], y_pred["predicted"], self.steps))  # (t, b, b)
        right = ops.equal(ops.argmax(logits, axis=-1), ops.arange(ops.shape(logits)[1]))  # (t, b)
        self.accuracy.update_state(ops.cast(right, "float32"))
        return info_nce(logits)


def network(inputs, targets, initializer, width, context, steps):
    """A code of each window, a recurrent context of those so far, and a linear prediction from it."""
    signal = keras.Input(inputs.shape, name="signal")  # (b, t, window)
    x = signal
    for name, units, activation in (("hidden", 2 * width, "relu"), ("codes", width, None)):
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)  # (b, t, width)
    so_far = layers.GRU(
        context,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="context",
    )(x)  # (b, t, context)
    predicted = layers.Dense(
        width,
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        name="predicted",
    )(so_far)  # (b, t, width)
    return Predictive(signal, {"codes": x, "predicted": predicted}, name="cpc").prepared(steps)
