import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """A residual network of one block; the answer is the logit of a cancellation within the horizon."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    features = keras.Input(inputs.shape, name="features")
    x = first = dense(units, features, activation="elu", name="first")  # (b, units)
    x = layers.BatchNormalization(name="norm")(x)
    x = dense(units, x, activation="elu", name="second")
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Add(name="residual")([x, first])
    return keras.Model(features, dense(1, x, name="logit"), name="renewals")  # (b, 1)
