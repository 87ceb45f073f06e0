import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A transcription network of the frames, here a convolution, a prediction network of what was said, and their joint distribution."""

    def dense(x, width, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    frames = keras.Input(inputs["frames"].shape, name="frames")  # (b, t, 6)
    prefix = keras.Input(inputs["prefix"].shape, dtype="int32", name="prefix")  # (b, u + 1)
    f = layers.Conv1D(
        units,
        5,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=5 * inputs["frames"].shape[-1]),
        name="transcription",
    )(frames)  # (b, t, units)
    g = layers.Embedding(inputs["prefix"].classes, units, name="embedding")(prefix)
    options = {"return_sequences": True, "kernel_initializer": initializer.kernel(), "name": "prediction"}
    g = layers.GRU(units, **options)(g)  # (b, u + 1, units)
    f, g = dense(f, units, "f"), dense(g, units, "g")
    h = ops.tanh(ops.expand_dims(f, 2) + ops.expand_dims(g, 1))  # (b, t, u + 1, units)
    return keras.Model({"frames": frames, "prefix": prefix}, dense(h, targets.classes, "joint"), name="transducer")
