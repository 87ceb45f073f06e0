import keras
from keras import layers, ops


def network(inputs, targets, initializer, codes, width, commitment):
    """VQ-VAE: an encoder, the nearest of `codes` vectors at each position, a decoder."""
    trace = keras.Input(inputs.shape, name="trace")  # (b, t, 1)
    x = trace
    for number in range(3):
        x = layers.Conv1D(
            32,
            4,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=4 * x.shape[-1]),
            name=f"encoder_{number}",
        )(x)  # (b, t / 8, 32)
    z = layers.Dense(
        width,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="encoding",
    )(x)  # (b, t / 8, width)
    x = Quantizer(codes, commitment, name="quantized")(z)  # (b, t / 8, width)
    for number in range(3):
        x = layers.Conv1DTranspose(
            32,
            4,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=4 * x.shape[-1]),
            name=f"decoder_{number}",
        )(x)  # (b, t, 32)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="rebuilt",
    )(x)  # (b, t, 1)
    return VQVAE(trace, x, name="vq_vae")


class VQVAE(keras.Model):
    """What is minimised: the reconstruction's squared error and what the quantizer adds."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error = keras.metrics.Mean(name="error")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        error = ops.mean((x - y_pred) ** 2)
        self.error.update_state(error)
        return error + sum(self.losses)


class Quantizer(layers.Layer):
    """The nearest code in the place of each vector; its gradient goes straight through."""

    def __init__(self, codes, commitment, **kwargs):
        super().__init__(**kwargs)
        self.codes, self.commitment = codes, commitment

    def build(self, shape):
        start = keras.initializers.RandomUniform(-1 / self.codes, 1 / self.codes)
        self.book = self.add_weight(shape=(self.codes, shape[-1]), initializer=start, name="book")

    def call(self, z):
        e = ops.take(self.book, nearest(z, self.book), axis=0)  # (b, t, width)
        self.add_loss(pull(z, e, self.commitment))
        return z + ops.stop_gradient(e - z)


def nearest(z, book):
    """Equation 1: the number of the code nearest to each vector."""
    return ops.argmin(ops.sum(book**2, axis=-1) - 2 * ops.matmul(z, ops.transpose(book)), axis=-1)


def pull(z, e, commitment):
    """Equation 3: codes are drawn to what is encoded, and what is encoded, by `commitment`, to its code."""
    codebook = ops.mean((ops.stop_gradient(z) - e) ** 2)
    committed = ops.mean((z - ops.stop_gradient(e)) ** 2)
    return codebook + commitment * committed
