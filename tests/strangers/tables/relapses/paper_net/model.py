import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The logarithms of a Weibull distribution's scale and shape."""
    patient = keras.Input(inputs.shape, name="patient")
    x = patient
    for i in range(2):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, u)
    log_scale = output(None, x, initializer, "log_scale")(x)  # (b, 1)
    log_shape = output("tanh", x, initializer, "log_shape")(
        x
    )  # (b, 1): a shape of 0.37 to 2.7, lest its power explodes
    x = layers.Concatenate(name="log_scale_and_shape")([log_scale, log_shape])  # (b, 2)
    return keras.Model(patient, x, name="relapses")


def output(activation, x, initializer, name):
    return layers.Dense(
        1,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
