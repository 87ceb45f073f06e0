import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Numbers and the embedded ward, two hidden layers for both questions, a head for each."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    numbers = keras.Input(inputs["numbers"].shape, name="numbers")  # (b, 5)
    ward = keras.Input(inputs["ward"].shape, dtype="int32", name="ward")  # (b)
    of_ward = layers.Embedding(inputs["ward"].classes, 3, name="of_ward")(ward)  # (b, 3)
    x = layers.Concatenate(name="stay")([numbers, of_ward])  # (b, 8)
    for i in range(2):
        x = dense(units, x, activation="silu", name=f"hidden_{i}")  # (b, units)
    days = dense(1, x, activation="exponential", name="days")  # (b, 1)
    back = dense(1, x, name="back")  # (b, 1), a logit
    return keras.Model({"numbers": numbers, "ward": ward}, {"days": days, "back": back}, name="stays")
