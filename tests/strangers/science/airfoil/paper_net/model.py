import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    """Residual blocks that both heads share: one for the lift, one for the logarithm of the drag."""

    def dense(x, units, activation=None, name=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    airfoil = keras.Input(inputs.shape, dtype=inputs.dtype, name="airfoil")  # (b, 4)
    x = dense(airfoil, units, "silu", "stem")
    for i in range(blocks):
        x = layers.Add(name=f"block_{i}")([x, dense(dense(x, units, "silu", f"up_{i}"), units, None, f"down_{i}")])
    heads = {name: dense(dense(x, units // 2, "silu", f"{name}_hidden"), 1, None, name) for name in ("lift", "drag")}
    return keras.Model(airfoil, heads, name="airfoil")
