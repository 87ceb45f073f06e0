import keras
from keras import layers


def network(inputs, targets, initializer, units, depth):
    """The paper's tagger of high-level variables: fully connected, one logit."""
    x = jet = keras.Input(inputs.shape, dtype=inputs.dtype, name="jet")  # (b, 5)
    for i in range(depth):
        x = dense(units, x, initializer, name=f"hidden_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)  # (b, units)
    return keras.Model(jet, dense(1, x, initializer, name="logit"), name="tagger")  # (b, 1)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
