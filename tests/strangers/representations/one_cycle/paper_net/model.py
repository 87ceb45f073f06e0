"""A residual perceptron with layer normalization. Shapes: b batch, u units."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    """Weather and an embedded district → residual blocks → one number."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    weather = keras.Input(inputs["weather"].shape, name="weather")  # (b, 7)
    district = keras.Input((), dtype="int32", name="district")  # (b)
    place = layers.Embedding(inputs["district"].classes, 8, name="place")(district)  # (b, 8)
    x = dense(units, layers.Concatenate(name="both")([weather, place]), name="stem")  # (b, u)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(2 * units, y, activation="silu", name=f"wide_{i}")
        x = layers.Add(name=f"add_{i}")([x, dense(units, y, name=f"narrow_{i}")])
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model({"weather": weather, "district": district}, dense(1, x, name="heat"), name="heat")
