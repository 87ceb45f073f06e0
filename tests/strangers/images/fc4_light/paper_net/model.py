import keras
from keras import layers, ops


def pooled(colours, confidence):
    """The mean of the local estimates, each counted by its confidence, as a unit vector."""
    total = ops.sum(colours * confidence, axis=(1, 2))
    return total / ops.sqrt(ops.sum(total**2, axis=-1, keepdims=True) + 1e-9)


class Pooling(layers.Layer):
    def call(self, colours, confidence):
        return pooled(colours, confidence)


def network(inputs, targets, initializer, filters):
    """Fully convolutional: at each place an estimate of the light, and how far it is to be trusted."""

    def conv(x, units, size, strides=1, activation="relu", name=None):
        return layers.Conv2D(
            units,
            size,
            strides=strides,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            name=name,
        )(x)

    image = keras.Input(inputs.shape, name="image")
    x = conv(image, filters, 3)
    x = conv(x, filters, 3, strides=2)  # (b, 8, 8, f)
    x = conv(x, 2 * filters, 3)
    x = conv(x, 2 * filters, 1)
    colours = conv(x, 3, 1, activation="softplus", name="colours")  # (b, 8, 8, 3)
    confidence = conv(x, 1, 1, activation="sigmoid", name="confidence")  # (b, 8, 8, 1)
    return keras.Model(image, Pooling(name="light")(colours, confidence), name="fc4")
