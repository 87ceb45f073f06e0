"""Three concentrations of eight sensors. Shapes: b batch."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks, dropout):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = layers.Concatenate(name="calibrated")(
        [Relative(name="relative")(given["reading"], given["blank"], given["reference"]), *given.values()]
    )  # (b, 32)
    x = dense(x, units, name="stem")
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(y, units, activation="silu", name=f"wide_{i}")
        y = layers.Dropout(dropout, name=f"dropout_{i}")(y)
        x = layers.Add(name=f"block_{i}")([x, dense(y, units, name=f"back_{i}")])
    return keras.Model(given, dense(x, targets.shape[0], activation="softplus", name="gases"), name="gas_array")


class Relative(layers.Layer):
    """Where a reading lies between blank (0) and reference (1), kept within bounds."""

    def call(self, reading, blank, reference):
        span = ops.maximum(reference - blank, 0.1)
        return ops.clip((reading - blank) / span, -2.0, 10.0)
