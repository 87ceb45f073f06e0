import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Down to a bottleneck and up again."""

    def block(width, x, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
        return keras.activations.gelu(layers.LayerNormalization(name=f"{name}_norm")(x))

    seen = keras.Input(inputs.shape, dtype=inputs.dtype, name="seen")  # (b, products)
    x = block(4 * units, seen, "down")  # (b, 4 * units)
    x = block(units, x, "bottleneck")  # (b, units)
    x = layers.Dropout(dropout, name="dropout")(block(4 * units, x, "up"))  # (b, 4 * units)
    kernel, bias = initializer.kernel(), keras.initializers.Constant(-2.0)  # few products are in a basket
    x = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="hidden")(x)
    return keras.Model(seen, x, name="baskets")  # (b, products), logits
