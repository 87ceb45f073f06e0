import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A small perceptron on the encoded table."""
    x = table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")  # (b, 6)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="gelu", name=f"hidden_{i}")  # (b, width)
    return keras.Model(table, dense(1, x, initializer, name="log_rent"), name="rents")  # (b, 1)


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
