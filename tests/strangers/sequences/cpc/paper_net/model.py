import keras
from keras import layers, ops


def network(inputs, targets, initializer, code, context, ahead):
    """CPC: an encoder of pieces of 10 samples, a GRU over their codes, and a linear map for each step ahead.

    Source: van den Oord et al. 2018, Figure 1.
    """

    def options(x, size=1):
        bias = initializer.bias(fan_in=size * x.shape[-1])
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": bias}

    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 160, 1)
    x = layers.Conv1D(32, 10, strides=5, padding="valid", activation="relu", name="conv", **options(wave, 10))(wave)
    x = layers.Conv1D(code, 2, strides=2, padding="valid", name="code", **options(x, 2))(x)  # (b, n, code)
    kernel = {"kernel_initializer": initializer.kernel()}
    c = layers.GRU(context, return_sequences=True, name="context", **kernel)(x)  # (b, n, context)
    maps = [layers.Dense(code, name=f"ahead_{k + 1}", **options(c))(c) for k in range(ahead)]
    return CPC(wave, {"codes": x, "predicted": ops.stack(maps, axis=2)}, name="cpc")  # (b, n, ahead, code)


class CPC(keras.Model):
    """Learns by InfoNCE: which of the batch's codes, at the same place, is the one that follows?"""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.accuracy = keras.metrics.Mean(name="accuracy")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        codes, predicted = y_pred["codes"], y_pred["predicted"]
        n, ahead = predicted.shape[1:3]
        losses, hits = [], []
        for k in range(1, ahead + 1):
            future = codes[:, k:]  # (b, n - k, code), z at t + k
            scores = ops.einsum("btd,ctd->tbc", predicted[:, : n - k, k - 1], future)  # (t, b, b)
            own = ops.arange(ops.shape(scores)[1], dtype="int32")
            log_p = ops.log_softmax(scores, axis=-1)
            losses.append(-ops.mean(ops.diagonal(log_p, axis1=1, axis2=2)))
            hits.append(ops.mean(ops.cast(ops.argmax(scores, axis=-1) == own, "float32")))
        self.accuracy.update_state(sum(hits) / ahead)
        return sum(losses) / ahead
