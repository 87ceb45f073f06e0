import keras
from keras import layers


def network(inputs, targets, initializer, filters, units, dropout):
    model = Small(initializer, filters, units, dropout, name="small")
    model.build((None, *inputs.shape))
    return model


class Small(keras.Model):
    """One convolution without padding, one hidden layer, one logit."""

    def __init__(self, initializer, filters, units, dropout, **options):
        super().__init__(**options)

        def started(fan_in):
            return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

        self.convolution = layers.Conv2D(filters, 2, activation="elu", name="convolution", **started(4))
        self.flatten = layers.Flatten(name="flatten")
        self.hidden = layers.Dense(units, activation="elu", name="hidden", **started(9 * filters))
        self.dropout = layers.Dropout(dropout, name="dropout")
        self.logit = layers.Dense(1, name="logit", **started(units))

    def build(self, shape):
        for layer in (self.convolution, self.flatten, self.hidden, self.dropout, self.logit):
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        self.built = True

    def call(self, x, training=False):
        x = self.convolution(x)  # (b, 3, 3, filters)
        x = self.hidden(self.flatten(x))  # (b, units)
        return self.logit(self.dropout(x, training=training))  # (b, 1)
