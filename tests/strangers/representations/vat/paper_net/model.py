import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, epsilon, xi, alpha):
    """An MLP with batch normalization."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i in range(2):
        x = dense(x, units, name=f"hidden_{i}")  # (b, units)
        x = layers.ReLU()(layers.BatchNormalization()(x))
    logits = dense(x, targets.classes, name="logits")  # (b, classes)
    return VAT(epsilon, xi, alpha, inputs=image, outputs=logits, name="vat")


class VAT(keras.Model):
    """Adds to the cross-entropy how much the answer changes along its most sensitive direction.

    Source: Miyato et al. 2018, Virtual Adversarial Training, algorithm 1, with one power iteration.
    """

    def __init__(self, epsilon, xi, alpha, **options):
        super().__init__(**options)
        self.epsilon, self.xi, self.alpha = epsilon, xi, alpha
        self.noise = keras.random.SeedGenerator(1)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        known = ops.cast(y >= 0, "float32")  # (b)
        loss = keras.losses.sparse_categorical_crossentropy(ops.maximum(y, 0), y_pred, from_logits=True)
        loss = ops.sum(known * loss) / ops.maximum(ops.sum(known), 1)
        return loss + self.alpha * self.smoothness(x, y_pred) if training else loss

    def smoothness(self, x, logits):
        logits = ops.stop_gradient(logits)
        direction = unit(keras.random.normal(ops.shape(x), seed=self.noise))
        with tf.GradientTape() as tape:
            tape.watch(direction)
            divergence = ops.mean(kl(logits, self(x + self.xi * direction, training=True)))
        direction = ops.stop_gradient(unit(tape.gradient(divergence, direction)))
        return ops.mean(kl(logits, self(x + self.epsilon * direction, training=True)))


def unit(d):
    return d / (ops.norm(d, axis=-1, keepdims=True) + 1e-12)


def kl(p, q):
    """KL(p || q) of two rows of logits."""
    p, q = ops.log_softmax(p, axis=-1), ops.log_softmax(q, axis=-1)
    return ops.sum(ops.exp(p) * (p - q), axis=-1)
