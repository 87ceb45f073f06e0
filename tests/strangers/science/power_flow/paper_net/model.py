"""YOURS. What learns. Shapes: b batch, n buses, u units."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    """Residual blocks with layer normalization, and a head for each of magnitude and angle."""

    def dense(width, x, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    powers = keras.Input(inputs.shape, name="powers")  # (b, n, 2)
    x = dense(units, layers.Flatten(name="flat")(powers), "first")  # (b, u)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(units, y, f"up_{i}", activation="silu")
        x = layers.Add(name=f"add_{i}")([x, dense(units, y, f"down_{i}")])
    outputs = {name: dense(target.shape[0], x, name) for name, target in targets.items()}
    return keras.Model(powers, outputs, name="power_flow")
