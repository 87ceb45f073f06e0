import keras
from keras import layers


def network(inputs, targets, initializer, units, nonlinear, l2):
    """Low fidelity from the parameters; high fidelity from both, by a linear and a nonlinear correlation.

    Source: Meng and Karniadakis 2020, Figure 1 and equation 8.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = parameters = keras.Input(inputs.shape, dtype=inputs.dtype, name="parameters")  # (b, 4)
    for i in range(3):
        x = dense(x, units, activation="tanh", name=f"low_{i}")  # (b, units)
    low = dense(x, 1, name="low")  # (b, 1)
    both = layers.Concatenate(name="both")([parameters, low])  # (b, 5)
    line = dense(both, 1, name="linear")  # (b, 1)
    penalty = keras.regularizers.L2(l2)
    x = dense(both, nonlinear, activation="tanh", kernel_regularizer=penalty, name="nonlinear_0")  # (b, nonlinear)
    x = dense(x, nonlinear, activation="tanh", kernel_regularizer=penalty, name="nonlinear_1")  # (b, nonlinear)
    high = layers.Add(name="high")([line, dense(x, 1, kernel_regularizer=penalty, name="nonlinear")])  # (b, 1)
    return keras.Model(parameters, {"low": low, "high": high}, name="multi_fidelity")
