import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A bidirectional GRU over the frames, whose two masks share each bin out between the voices."""
    frames, bins = inputs.shape
    signal = keras.Input(inputs.shape, name="signal")  # (b, t, f)
    x = layers.Bidirectional(recurrent(units, initializer, bins), name="frames")(signal)  # (b, t, 2 units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(2 * bins, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)  # (b, t, 2 f)
    x = layers.Reshape((frames, 2, bins), name="by_voice")(x)
    x = layers.Permute((2, 1, 3), name="voices_first")(x)  # (b, 2, t, f)
    masks = layers.Softmax(axis=1, name="masks")(x)
    voices = layers.Lambda(lambda both: masked(*both), name="voices")([masks, signal])
    return keras.Model(signal, voices, name="upit")


def masked(masks, signal):
    """Each voice's share of the mixture."""
    return masks * ops.expand_dims(signal, 1)


def recurrent(units, initializer, fan_in):
    """A GRU with initializers of its own."""
    bias = initializer.bias(fan_in=fan_in)
    return layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), bias_initializer=bias)
