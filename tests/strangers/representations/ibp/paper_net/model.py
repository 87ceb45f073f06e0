import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, radius, kappa, ramp):
    """A small network, trained on the worst logits that any input within `radius` of the image could have.

    Source: Gowal et al. 2018, On the Effectiveness of Interval Bound Propagation, arXiv 1810.12715.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    stack, x = [], image
    for i, width in enumerate([*units, targets.classes]):
        dense = layers.Dense(
            width, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )  # fmt: skip
        stack.append(dense)
        x = dense(x)  # (b, width)
        if i < len(units):
            x = layers.ReLU(name=f"relu_{i}")(x)
    return Certified(image, x, stack=stack, radius=radius, kappa=kappa, ramp=ramp, name="ibp")


class Certified(keras.Model):
    """Trains on kappa * nominal + (1 - kappa) * worst case; radius and 1 - kappa grow over the first `ramp` updates."""

    def __init__(self, *args, stack, radius, kappa, ramp, **options):
        super().__init__(*args, **options)
        self.stack, self.radius, self.kappa, self.ramp = stack, radius, kappa, ramp
        self.certified = keras.metrics.Mean(name="certified")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        nominal = super().compute_loss(x, y, y_pred, sample_weight, training=training)
        grown = 1.0
        if training:
            grown = ops.minimum(ops.cast(self.optimizer.iterations, "float32") / self.ramp, 1.0)
        lower, upper = self.bounds(x, grown * self.radius)
        worst = worst_logits(y, lower, upper)  # (b, classes)
        robust = ops.mean(keras.losses.sparse_categorical_crossentropy(y, worst, from_logits=True))
        self.certified.update_state(hit(y, worst))
        share = 1 - grown * (1 - self.kappa)
        return share * nominal + (1 - share) * robust

    def bounds(self, x, radius):
        """Of the logits, for all inputs within radius of x and in 0 … 1."""
        lower, upper = ops.clip(x - radius, 0.0, 1.0), ops.clip(x + radius, 0.0, 1.0)
        for i, dense in enumerate(self.stack):
            if i:
                lower, upper = ops.relu(lower), ops.relu(upper)
            centre = ops.matmul((lower + upper) / 2, dense.kernel) + dense.bias
            reach = spread((upper - lower) / 2, dense.kernel)
            lower, upper = centre - reach, centre + reach
        return lower, upper


def spread(radius, kernel):
    """How far an affine layer's output can lie from its centre: equation 6."""
    return ops.matmul(radius, ops.abs(kernel))


def hit(y, logits):
    return ops.cast(ops.cast(ops.argmax(logits, axis=-1), y.dtype) == y, "float32")


def worst_logits(y, lower, upper):
    """The least that the true class can have, and the most of all others."""
    true = ops.one_hot(y, upper.shape[-1], dtype=upper.dtype)
    return true * lower + (1 - true) * upper
