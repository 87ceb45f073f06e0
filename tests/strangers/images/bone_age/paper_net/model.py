import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Convolutions, with the sex beside what they find; the last layer counts years from ten on, in fours."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")  # (b, 20, 20, 1)
    female = keras.Input(inputs["female"].shape, dtype=inputs["female"].dtype, name="female")  # (b, 1)
    x = layers.Conv2D(filters, 3, padding="same", activation="relu", name="conv_1", **start(9))(image)
    x = layers.MaxPooling2D(2, name="pool_1")(x)  # (b, 10, 10, filters)
    x = layers.Conv2D(2 * filters, 3, padding="same", activation="relu", name="conv_2", **start(9 * filters))(x)
    x = layers.MaxPooling2D(2, name="pool_2")(x)  # (b, 5, 5, 2 filters)
    x = layers.Concatenate(name="with_sex")([layers.Flatten(name="flatten")(x), female])
    x = layers.Dense(units, activation="relu", name="hidden", **start(x.shape[-1]))(x)
    x = layers.Dense(*targets.shape, name="standardized", **start(units))(x)
    years = layers.Rescaling(4.0, offset=10.0, name="years")(x)  # (b, 1)
    return keras.Model({"image": image, "female": female}, years, name="bone_age")
