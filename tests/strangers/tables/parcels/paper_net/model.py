import keras
from keras import layers


def network(inputs, targets, initializer, width, units):
    """The logarithm of a parcel's hours; a depot has one place in the network, be it origin or goal."""
    depots = keras.Input(inputs["depots"].shape, dtype="int32", name="depots")
    day = keras.Input(inputs["day"].shape, dtype="int32", name="day")
    parcel = keras.Input(inputs["parcel"].shape, name="parcel")
    places = layers.Embedding(inputs["depots"].classes, width, name="places")(depots)  # (b, 2, w)
    places = layers.Flatten(name="from_and_to")(places)  # (b, 2 w)
    days = layers.Embedding(inputs["day"].classes, 3, name="days")(day)  # (b, 3)
    x = layers.Concatenate(name="all")([places, days, parcel])
    for i in range(2):
        x = dense(units, "relu", x, initializer, f"hidden_{i}")(x)  # (b, u)
    x = dense(1, None, x, initializer, "log_hours")(x)
    return keras.Model({"depots": depots, "day": day, "parcel": parcel}, x, name="parcels")


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
