"""YOURS. What learns. Shapes: b batch, k states."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, states, units, depth):
    """Both frames go through the same lobe, which gives each a probability of every state. Mardt et al. 2018."""
    now = keras.Input(inputs["now"].shape, name="now")
    later = keras.Input(inputs["later"].shape, name="later")
    lobe = keras.Sequential(name="lobe")
    width = inputs["now"].shape[-1]
    for i in range(depth):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=width)
        lobe.add(layers.Dense(units, "elu", kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}"))
        width = units
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=width)
    lobe.add(layers.Dense(states, "softmax", kernel_initializer=kernel, bias_initializer=bias, name="states"))
    chi = layers.Concatenate(name="both")([lobe(now), lobe(later)])  # (b, 2 k)
    return VAMPnet({"now": now, "later": later}, chi, name="vampnet")


class VAMPnet(keras.Model):
    """Maximises the VAMP-2 score of a batch; of k states it is at most k, and 1 where nothing is known."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        now, later = ops.split(y_pred, 2, axis=-1)  # (b, k)
        return -vamp2(now, later)


def vamp2(now, later, ridge=1e-4):
    """|C00^-1/2 C01 C11^-1/2|² = trace(C00^-1 C01 C11^-1 C10)."""
    count = ops.cast(ops.shape(now)[0], now.dtype)
    eye = ridge * ops.eye(now.shape[-1], dtype=now.dtype)
    c00 = ops.matmul(ops.transpose(now), now) / count + eye
    c11 = ops.matmul(ops.transpose(later), later) / count + eye
    c01 = ops.matmul(ops.transpose(now), later) / count
    forward = ops.solve(c00, c01)  # (k, k)
    backward = ops.solve(c11, ops.transpose(c01))
    return ops.trace(ops.matmul(forward, backward))
