import keras
from keras import layers


def network(inputs, targets, initializer, units, depth):
    """Parameterised network: the event and the mass that is asked for, to the logit of signal."""
    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = layers.Concatenate(name="event_and_mass")([given["event"], given["mass"]])  # (b, 5)
    x = layers.BatchNormalization(name="scale")(x)
    for i in range(depth):
        x = layers.Dense(
            units,
            activation="elu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, units)
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="logit"
    )(x)
    return keras.Model(given, x, name="parameterised")  # (b, 1)
