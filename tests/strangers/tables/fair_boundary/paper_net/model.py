import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two hidden layers; the answer is the signed distance to the decision boundary, a logit."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    features = keras.Input(inputs.shape, name="features")
    x = dense(units, features, activation="gelu", name="hidden_0")  # (b, units)
    x = dense(units, x, activation="gelu", name="hidden_1")
    return keras.Model(features, dense(1, x, name="distance"), name="boundary")  # (b, 1)
