import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Two residual blocks on a curve."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    curve = keras.Input(inputs.shape, dtype=inputs.dtype, name="curve")  # (b, points)
    x = dense(units, curve, name="in")  # (b, units)
    for i in range(2):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(units, y, activation="gelu", name=f"wide_{i}")
        y = layers.Dropout(dropout, name=f"dropout_{i}")(y)
        x = layers.Add(name=f"add_{i}")([x, dense(units, y, name=f"back_{i}")])
    return keras.Model(curve, dense(1, x, name="life"), name="battery_life")  # (b, 1)
