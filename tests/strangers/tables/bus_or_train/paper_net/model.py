import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Utilities: linear in cost and time with the same two weights for all ways, and a learnt part of the person."""
    cost = keras.Input(inputs["cost"].shape, name="cost")
    time = keras.Input(inputs["time"].shape, name="time")
    person = keras.Input(inputs["person"].shape, name="person")
    there = keras.Input(inputs["there"].shape, name="there")
    ways = ops.stack([cost, time], axis=-1)  # (b, w, 2)
    known = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="of_cost_and_time")(
        ways
    )  # (b, w, 1)
    known = layers.Reshape(inputs["there"].shape, name="known")(known)  # (b, w)
    x = dense(units, "relu", person, initializer, "hidden_0")(person)  # (b, u)
    x = dense(units, "relu", x, initializer, "hidden_1")(x)
    learnt = dense(inputs["there"].shape[0], None, x, initializer, "learnt")(x)  # (b, w)
    utility = layers.Add(name="utility")([known, learnt])
    utility = among(utility, there)
    return keras.Model({"cost": cost, "time": time, "person": person, "there": there}, utility, name="learning_mnl")


def among(utility, there):
    """Utilities of the ways that are there; the others have a chance of 0."""
    return ops.where(there > 0, utility, -1e4)


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
