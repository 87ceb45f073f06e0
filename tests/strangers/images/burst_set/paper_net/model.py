import keras
from keras import layers, ops


def largest(x, frames):
    """Of frames that stand one behind the other along the batch, the largest of each burst's."""
    return ops.max(ops.reshape(x, (-1, frames, *x.shape[1:])), axis=1)  # (b, h, w, c)


def pooled(x, frames):
    """The largest over a burst's frames, given back to each of them beside its own."""
    return ops.concatenate([x, ops.repeat(largest(x, frames), frames, axis=0)], axis=-1)  # (b * frames, h, w, 2 c)


def conv(x, units, initializer, name, activation="relu"):
    """A convolution, 3 by 3."""
    return layers.Conv2D(
        units,
        3,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)


def network(inputs, targets, initializer, units):
    """One network for every frame; between its blocks the frames tell each other by a maximum, so order is no matter."""
    frames, *frame = inputs.shape
    burst = keras.Input(inputs.shape, name="burst")
    x = layers.Lambda(lambda a: ops.reshape(a, (-1, *frame)), name="frames")(burst)  # (b * frames, h, w, 1)
    x = conv(x, units, initializer, "conv1")  # (b * frames, h, w, units)
    x = layers.Lambda(pooled, arguments={"frames": frames}, name="tell1")(x)  # (b * frames, h, w, 2 units)
    x = conv(x, units, initializer, "conv2")
    x = layers.Lambda(pooled, arguments={"frames": frames}, name="tell2")(x)
    x = conv(x, units, initializer, "conv3")
    x = layers.Lambda(largest, arguments={"frames": frames}, name="all")(x)  # (b, h, w, units)
    x = conv(x, units, initializer, "conv4")
    x = conv(x, targets.shape[-1], initializer, "change", activation=None)  # (b, h, w, 1)
    mean = layers.Lambda(lambda a: ops.mean(a, axis=1), name="mean")(burst)
    x = layers.Add(name="sharp")([mean, x])  # what is learnt is how sharp differs from the mean of the frames
    return keras.Model(burst, x, name="burst_deblurring")
