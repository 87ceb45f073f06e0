import keras
from keras import layers


def network(inputs, targets, initializer, units, depth, bins):
    """A value function as a classifier: logits of the bins that the return may fall into."""
    x = state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")  # (b, 4)
    for i in range(depth):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    logits = layers.Dense(bins, kernel_initializer=kernel, bias_initializer=bias, name="bins")(x)  # (b, bins)
    return keras.Model(state, logits, name="histogram_value")
