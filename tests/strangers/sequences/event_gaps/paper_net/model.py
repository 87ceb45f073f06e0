import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, components):
    """LogNormMix: a GRU reads the logarithms of the gaps, and gives the mixture of the next one's logarithm."""
    gaps = keras.Input(inputs.shape, dtype=inputs.dtype, name="gaps")  # (b, history, 1)
    x = ops.log(gaps)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="history")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Dense(3 * components, kernel_initializer=kernel, bias_initializer=bias, name="mixture")(x)
    return keras.Model(gaps, x, name="log_norm_mix")  # (b, 3 components): weights' logits, means, log deviations
