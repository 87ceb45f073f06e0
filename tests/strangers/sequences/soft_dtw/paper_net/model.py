import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """One hidden layer of sigmoids from the beginning of a series to its rest."""
    x = begin = keras.Input(inputs.shape, dtype=inputs.dtype, name="begin")  # (b, 24)
    for width, activation, name in ((units, "sigmoid", "hidden"), (targets.shape[0], None, "rest")):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        x = layers.Dense(width, activation=activation, **options)(x)
    return keras.Model(begin, x, name="mlp")  # (b, 16)
