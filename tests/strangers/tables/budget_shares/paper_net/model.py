import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Shares by a softmax of a linear part and a small network: (b, 7) to (b, 5)."""
    x = keras.Input(inputs.shape, name="household")
    h = dense(x, units, initializer, activation="gelu", name="hidden")
    h = layers.LayerNormalization(name="norm")(h)  # (b, units)
    goods = targets.shape[-1]
    utility = layers.Add(name="utility")(
        [dense(x, goods, initializer, name="linear"), dense(h, goods, initializer, name="curved")]
    )
    return keras.Model(x, layers.Softmax(axis=-1, name="shares")(utility), name="demand")  # (b, 5)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
