import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A trunk, and two heads: whether there are costs, and the log of how much if so."""
    features = keras.Input(inputs.shape, name="features")
    x = features
    for i in range(2):
        x = dense(x, units, initializer, name=f"dense_{i}", use_bias=False)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)  # (b, units)
    amount = layers.Rescaling(1.0, offset=7.0, name="amount")(dense(x, 1, initializer, name="log_amount"))  # e^7 = 1100
    return keras.Model(features, {"any": dense(x, 1, initializer, name="any"), "amount": amount}, name="two_part")


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
