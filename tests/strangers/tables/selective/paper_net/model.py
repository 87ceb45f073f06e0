import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A shared body with three heads: the diagnosis f, the selection g, and an auxiliary diagnosis h."""
    classes = targets["auxiliary"].classes
    findings = keras.Input(inputs.shape, name="findings")
    x = findings
    for i in range(2):
        x = dense(units, "relu", x, initializer, f"body_{i}")(x)  # (b, u)
    f = dense(classes, None, x, initializer, "f")(x)  # (b, c)
    g = dense(units, "relu", x, initializer, "g_hidden")(x)
    g = dense(1, None, g, initializer, "g")(g)  # (b, 1)
    h = dense(classes, None, x, initializer, "auxiliary")(x)
    selective = layers.Concatenate(name="selective")([f, g])  # (b, c + 1)
    return keras.Model(findings, {"selective": selective, "auxiliary": h}, name="selective")


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
