import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units):
    """Multi-view CNN: one network for every view, the maximum over the views, another network for what is left."""
    return MultiView(inputs, targets, initializer, filters, units, name="mvcnn")


class MultiView(keras.Model):
    """From views (b, v, h, w, c) to logits (b, classes).

    Source: Su et al. 2015, Multi-view Convolutional Neural Networks for 3D Shape Recognition, Section 3.2.
    """

    def __init__(self, inputs, targets, initializer, filters, units, **options):
        super().__init__(**options)

        def start(fan_in):
            return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

        self.image = tuple(inputs.shape[1:])
        self.views, self.filters = inputs.shape[0], filters
        self.cnn1 = [
            layers.Conv2D(filters, 3, strides=2, padding="same", name="conv_1", **start(9 * self.image[-1])),
            layers.LeakyReLU(0.1, name="act_1"),
            layers.Conv2D(filters, 3, strides=2, padding="same", name="conv_2", **start(9 * filters)),
            layers.LeakyReLU(0.1, name="act_2"),
            layers.Flatten(name="flatten"),
            layers.Dense(units, activation="relu", name="view", **start(16 * filters)),
        ]
        self.units = units
        self.hidden = layers.Dense(units, activation="relu", name="hidden", **start(units))
        self.logits = layers.Dense(targets.classes, name="logits", **start(units))

    def call(self, views):
        x = ops.reshape(views, (-1, *self.image))  # (b * v, h, w, c)
        for layer in self.cnn1:
            x = layer(x)  # at last (b * v, units)
        x = ops.max(ops.reshape(x, (-1, self.views, self.units)), axis=1)  # (b, units)
        return self.logits(self.hidden(x))
