import keras
from keras import layers, ops


class Bounds(layers.Layer):
    """Keeps log variances softly between two bounds that are learnt."""

    def build(self, shape):
        self.most = self.add_weight(shape=shape[-1:], initializer=keras.initializers.Constant(0.5), name="most")
        self.least = self.add_weight(shape=shape[-1:], initializer=keras.initializers.Constant(-10.0), name="least")

    def call(self, x):
        return bounded(x, self.least, self.most)


def bounded(x, least, most):
    x = most - ops.softplus(most - x)
    return least + ops.softplus(x - least)


def network(inputs, targets, initializer, width):
    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    seen = keras.Input(inputs.shape, name="seen")  # (b, 4)
    x = seen
    for k in range(3):
        x = dense(x, width, f"hidden_{k}", "silu")
    mean = dense(x, targets.shape[0], "mean")  # (b, 2)
    log_variance = Bounds(name="bounds")(dense(x, targets.shape[0], "log_variance"))  # (b, 2)
    return keras.Model(seen, layers.Concatenate(name="gaussian")([mean, log_variance]), name="gaussian_dynamics")
