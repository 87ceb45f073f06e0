import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A recurrent network in both directions, a mask for each voice, and the mixture through each mask."""
    frames, speakers, bins = targets.shape
    mixture = keras.Input(inputs.shape, dtype=inputs.dtype, name="mixture")  # (b, t, f)
    x = ops.log(mixture + 0.01)
    lstm = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="lstm")
    x = layers.Bidirectional(lstm, name="both_ways")(x)  # (b, t, 2 units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(speakers * bins, kernel_initializer=kernel, bias_initializer=bias, name="scores")(x)
    masks = layers.Softmax(axis=2, name="masks")(layers.Reshape((frames, speakers, bins))(x))  # (b, t, s, f)
    return keras.Model(mixture, masks * mixture[:, :, None, :], name="upit")  # (b, t, s, f)
