import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, layers_, ahead):
    """Recurrent layers with residual connections, and a linear layer to the frame that comes `ahead` frames later."""
    x = frames = keras.Input(inputs.shape, dtype=inputs.dtype, name="frames")  # (b, t, bands)
    for i in range(layers_):
        kernel = initializer.kernel()
        h = layers.GRU(units, return_sequences=True, kernel_initializer=kernel, name=f"gru_{i}")(x)  # (b, t, units)
        x = layers.Add(name=f"residual_{i}")([x, h]) if i else h
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Dense(inputs.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="frame")(x)
    return APC(frames, x, ahead=ahead, name="apc")  # (b, t, bands)


class APC(keras.Model):
    """Autoregressive predictive coding: sum over t of |x[t + n] - y[t]|, here the mean.

    Source: Chung et al. 2019, arXiv 1904.03240, equation 1.
    """

    def __init__(self, *args, ahead=3, **options):
        super().__init__(*args, **options)
        self.ahead = ahead

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        later = x[:, self.ahead :]  # (b, t - n, bands)
        predicted = y_pred[:, : -self.ahead]
        return ops.mean(ops.abs(later - predicted))
