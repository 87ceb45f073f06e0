"""A network of two tasks, each weighed by its own learnt uncertainty. Shapes: b batch, h height, w width, c channels.

What the paper leaves open, and what is guessed:
    - where the log variances begin: at 0
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units):
    """A shared encoder, and a head for the class and for the place."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = canvas = keras.Input(inputs.shape, name="canvas")  # (b, h, w, 1)
    for i, width in enumerate(filters):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        x = layers.Conv2D(width, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=f"conv_{i}")(
            x
        )
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(layers.ReLU(name=f"relu_{i}")(x))  # (b, h / 2, w / 2, width)
    x = dense(units, layers.Flatten(name="flat")(x), activation="relu", name="shared")  # (b, units)
    digit = dense(targets["digit"].classes, x, name="digit")  # (b, 10), logits
    place = dense(2, x, name="place")  # (b, 2)
    return Weighed(canvas, {"digit": digit, "place": place}, name="weighed")


class Weighed(keras.Model):
    """Loss: exp(-s) cross-entropy + s / 2 of the class, exp(-s) / 2 squared error + s / 2 of the place; s = log sigma².

    Source: Kendall, Gal & Cipolla 2018, equations 7 and 10, with s in the place of log sigma².
    """

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.log_variance = self.add_weight(shape=(2,), initializer="zeros", name="log_variance")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        entropy = keras.losses.sparse_categorical_crossentropy(y["digit"], y_pred["digit"], from_logits=True)  # (b)
        error = ops.sum((y["place"] - y_pred["place"]) ** 2, axis=-1)  # (b)
        s = ops.convert_to_tensor(self.log_variance)
        of_digit = ops.exp(-s[0]) * entropy + s[0] / 2
        of_place = ops.exp(-s[1]) * error / 2 + s[1]  # two values, hence s and not s / 2
        return ops.mean(of_digit + of_place)
