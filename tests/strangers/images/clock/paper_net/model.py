"""YOURS. What learns. Shapes: b batch, f filters."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Convolutions → dense → which hour, and where the long hand points."""

    def dense(x, width, name, **options):
        return layers.Dense(
            width,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
            **options,
        )(x)

    face = keras.Input(inputs.shape, name="face")
    x = face
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv2D(
            width,
            3,
            strides=2,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            activation="elu",
            name=f"conv_{i}",
        )(x)  # (b, 12, 12, f), (b, 6, 6, 2 f)
    x = dense(layers.Flatten(name="flatten")(x), units, "hidden", activation="elu")
    hour = dense(x, targets["hour"].classes, "hour")  # (b, 12)
    minute = dense(x, 2, "minute", activation="tanh")  # (b, 2)
    return keras.Model(face, {"hour": hour, "minute": minute}, name="clock")
