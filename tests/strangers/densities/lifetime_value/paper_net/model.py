import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    customer = keras.Input(inputs.shape, dtype=inputs.dtype, name="customer")
    x = dense(units, inputs.shape[0], activation="relu", name="hidden_1")(customer)
    x = dense(units, units, activation="relu", name="hidden_2")(x)
    spending = dense(3, units, name="spending")(x)  # (b, 3): log-odds to return, median and width of the logarithm
    return keras.Model(customer, spending, name="ziln")
