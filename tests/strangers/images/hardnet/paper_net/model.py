import keras
from keras import layers, ops


def unit(x):
    """Descriptors of length 1."""
    return x / ops.sqrt(ops.sum(ops.square(x), axis=-1, keepdims=True) + 1e-12)


def network(inputs, targets, initializer, units, width):
    """One network describes both patches of a pair: as L2-Net, convolutions with BatchNormalization, a full last one."""
    pair = keras.Input(inputs.shape, name="pair")
    x = layers.Lambda(lambda p: ops.reshape(p, (-1, *inputs.shape[1:])), name="patches")(pair)  # (2 b, h, w, 1)
    for number, (filters, strides) in enumerate([(units, 1), (2 * units, 2), (4 * units, 2)]):
        x = layers.Conv2D(
            filters,
            3,
            strides=strides,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv{number + 1}",
        )(x)
        x = layers.BatchNormalization(momentum=0.9, scale=False, center=False, name=f"norm{number + 1}")(x)
        x = layers.ReLU(name=f"relu{number + 1}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name="describe")(x)
    x = layers.BatchNormalization(momentum=0.9, scale=False, center=False, name="norm")(x)
    x = layers.Lambda(unit, name="unit")(x)
    x = layers.Lambda(lambda d: ops.reshape(d, (-1, 2, width)), name="descriptors")(x)  # (b, 2, width)
    return keras.Model(pair, x, name="hardnet")
