import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Offered wage and inclination to work, of one body each, and how their residuals spread and go together."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    woman = keras.Input(inputs.shape, dtype=inputs.dtype, name="woman")  # (b, 6)
    wage = dense(1, dense(units, woman, activation="tanh", name="of_wage"), name="wage")  # (b, 1)
    working = dense(1, dense(units, woman, activation="tanh", name="of_work"), name="work")  # (b, 1)
    return keras.Model(woman, Residuals(name="residuals")([wage, working]), name="selection")  # (b, 4)


class Residuals(layers.Layer):
    """Puts two learnt numbers beside: log sigma, and atanh of rho."""

    def build(self, shapes):
        self.both = self.add_weight(shape=(1, 2), initializer="zeros", name="both")

    def call(self, answers):
        wage, working = answers
        return ops.concatenate([wage, working, ops.repeat(self.both, ops.shape(wage)[0], axis=0)], axis=-1)
