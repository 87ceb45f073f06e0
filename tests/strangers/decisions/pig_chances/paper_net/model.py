import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(n, activation, name, x):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(n, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    position = keras.Input(inputs.shape, dtype=inputs.dtype, name="position")  # (b, 3)
    x = dense(units, "relu", "first", position)
    x = dense(units, "relu", "second", x)
    return keras.Model(position, dense(1, None, "chance", x), name="chances")  # (b, 1), logits
