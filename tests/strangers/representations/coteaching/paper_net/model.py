import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, forget, ramp):
    """Two small convolutional networks; the answer is the mean of their probabilities."""
    one, other = (convolutional(inputs, targets, initializer, filters, name) for name in ("one", "other"))
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    both = layers.Average(name="mean")([layers.Softmax()(net(image)) for net in (one, other)])  # (b, classes)
    return CoTeaching(one, other, forget, ramp, inputs=image, outputs=both, name="co_teaching")


def convolutional(inputs, targets, initializer, filters, name):
    x = image = keras.Input(inputs.shape)
    for i in (1, 2):
        x = layers.Conv2D(i * filters, 3, padding="same", kernel_initializer=initializer.kernel())(x)
        x = layers.MaxPooling2D()(layers.LeakyReLU(0.01)(x))  # (b, 8 / 2**i, 8 / 2**i, i * filters)
    x = layers.Flatten()(x)
    bias = initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=bias)(x)
    return keras.Model(image, x, name=name)  # (b, classes)


class CoTeaching(keras.Model):
    """Each network learns from those samples of a batch whose loss is small for the other one.

    Source: Han et al. 2018, Co-teaching, algorithm 1.
    """

    def __init__(self, one, other, forget, ramp, **options):
        super().__init__(**options)
        self.one, self.other, self.forget, self.ramp = one, other, forget, ramp

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if not training:
            return ops.mean(keras.losses.sparse_categorical_crossentropy(y, y_pred))
        first, second = (
            keras.losses.sparse_categorical_crossentropy(y, net(x, training=True), from_logits=True)
            for net in (self.one, self.other)
        )  # (b), (b)
        done = ops.minimum(ops.cast(self.optimizer.iterations, "float32") / self.ramp, 1.0)
        kept = ops.cast(ops.shape(y)[0], "float32") * (1 - self.forget * done)
        return chosen(first, by=second, kept=kept) + chosen(second, by=first, kept=kept)


def chosen(loss, by, kept):
    """The mean loss of the samples that `by` finds easiest, `kept` of them."""
    rank = ops.argsort(ops.argsort(by))  # (b)
    easy = ops.stop_gradient(ops.cast(ops.cast(rank, "float32") < kept, "float32"))
    return ops.sum(easy * loss) / ops.maximum(ops.sum(easy), 1)
