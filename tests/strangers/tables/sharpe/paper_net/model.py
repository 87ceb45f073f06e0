import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Shares of a portfolio, which sum to 1, from a window of past returns."""
    past = keras.Input(inputs.shape, name="past")
    x = layers.LSTM(
        units,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        name="lstm",
    )(past)  # (b, u)
    x = layers.Dense(
        targets.shape[0],
        activation="softmax",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="shares",
    )(x)  # (b, a)
    return keras.Model(past, x, name="sharpe")
