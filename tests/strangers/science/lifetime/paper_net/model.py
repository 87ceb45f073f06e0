import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Each event by itself, the mean over those that are there and their number, then the lifetime."""
    log_times = keras.Input(inputs["log_times"].shape, name="log_times")  # (b, t, 1)
    there = keras.Input(inputs["there"].shape, name="there")  # (b, t)

    def dense(x, width, name, activation="relu"):
        return layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    x = dense(log_times, units, "event_0")  # (b, t, units)
    x = dense(x, units, "event_1")
    x = MeanAndShare(name="pool")([x, there])  # (b, units + 1)
    x = dense(x, units, "sample")  # (b, units)
    lifetime = dense(x, targets.shape[0], "log_lifetime", activation=None)  # (b, 1)
    return keras.Model({"log_times": log_times, "there": there}, lifetime, name="lifetime")


class MeanAndShare(layers.Layer):
    def call(self, both):
        return mean_and_share(*both)


def mean_and_share(x, there):
    """Mean over what is there, and beside it which share that is: (b, t, c), (b, t) to (b, c + 1)."""
    number = ops.sum(there, axis=-1, keepdims=True)  # (b, 1)
    mean = ops.sum(x * there[..., None], axis=1) / ops.maximum(number, 1)
    return ops.concatenate([mean, number / there.shape[-1]], axis=-1)
