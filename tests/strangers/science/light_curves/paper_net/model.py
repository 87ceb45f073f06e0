import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A recurrent network over the phase, beside what else is known of the star."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    curve = keras.Input(inputs["curve"].shape, name="curve")  # (b, 24, 1)
    star = keras.Input(inputs["star"].shape, name="star")  # (b, 5)
    x = layers.Bidirectional(layers.GRU(units, kernel_initializer=initializer.kernel()), name="phases")(curve)
    y = layers.Dense(units, activation="relu", name="properties", **options(star.shape[-1]))(star)
    x = layers.LayerNormalization()(layers.Concatenate()([x, y]))  # (b, 3 units)
    x = layers.Dense(2 * units, activation="relu", name="hidden", **options(3 * units))(x)
    x = layers.Dropout(0.4)(x)
    x = layers.Dense(targets.classes, name="logits", **options(2 * units))(x)  # (b, 4)
    return keras.Model({"curve": curve, "star": star}, x, name="light_curves")
