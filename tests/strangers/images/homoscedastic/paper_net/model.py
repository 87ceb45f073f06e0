import keras
from keras import layers, ops

from .losses import weighed


@keras.saving.register_keras_serializable("homoscedastic")
class LogVariances(layers.Layer):
    """Holds a learnt number of each task, and hands on what it gets."""

    def build(self, shape):
        self.values = self.add_weight(shape=(2,), initializer="zeros", name="values")

    def call(self, x):
        return x


@keras.saving.register_keras_serializable("homoscedastic")
class TwoTasks(keras.Model):
    """Weighs the two tasks by the noise that it finds in each; Kendall et al. 2018, equation 10."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        of_classes = ops.mean(
            keras.losses.sparse_categorical_crossentropy(y["classes"], y_pred["classes"], from_logits=True)
        )
        of_disparity = ops.mean((y["disparity"] - y_pred["disparity"]) ** 2)
        log_variances = self.get_layer("log_variances").values
        return weighed(of_classes, log_variances[0], 1.0) + weighed(of_disparity, log_variances[1], 0.5)


def network(inputs, targets, initializer, width):
    """A common encoder with a skip, and a head of 1 x 1 convolution for each task."""

    def conv(x, filters, size=3, activation="relu", **kwargs):
        return layers.Conv2D(
            filters,
            size,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            **kwargs,
        )(x)

    image = keras.Input(inputs.shape, name="image")  # (b, 16, 16, 1)
    fine = conv(image, width)  # (b, 16, 16, width)
    x = conv(layers.MaxPooling2D()(fine), 2 * width)  # (b, 8, 8, 2 width)
    x = conv(layers.MaxPooling2D()(x), 2 * width)  # (b, 4, 4, 2 width)
    x = conv(layers.UpSampling2D()(x), 2 * width)  # (b, 8, 8, 2 width)
    x = layers.Concatenate()([layers.UpSampling2D()(x), fine])  # (b, 16, 16, 3 width)
    x = conv(x, 2 * width)  # (b, 16, 16, 2 width)
    x = LogVariances(name="log_variances")(x)
    classes = conv(x, targets["classes"].classes, 1, None, name="classes")  # (b, 16, 16, 3)
    disparity = layers.Reshape(inputs.shape[:2], name="disparity")(conv(x, 1, 1, None))  # (b, 16, 16)
    return TwoTasks(image, {"classes": classes, "disparity": disparity})
