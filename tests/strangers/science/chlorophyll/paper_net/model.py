import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two hidden layers."""
    signal = keras.Input(inputs.shape, name="signal")
    x = dense(units, initializer, signal, "relu", "hidden_0")  # (b, units)
    x = dense(units, initializer, x, "relu", "hidden_1")
    return keras.Model(signal, dense(1, initializer, x, None, "log_chlorophyll"), name="chlorophyll")  # (b, 1)


def dense(units, initializer, x, activation, name):
    """A dense layer of x, with weights of its own."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
