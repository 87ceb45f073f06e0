import keras
from keras import layers


def network(inputs, targets, initializer):
    """Convolutions with SELU for the image, joined by the haul's numbers; two heads."""
    image = keras.Input(inputs["image"].shape, name="image")  # (b, 20, 20, 1)
    haul = keras.Input(inputs["haul"].shape, name="haul")  # (b, 3)
    x = image
    for i, units in enumerate((10, 20, 32)):
        x = layers.Conv2D(
            units,
            3,
            padding="same",
            strides=1 if i == 0 else 2,
            activation="selu",
            name=f"conv_{i}",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)  # (b, 20, 20, 10), (b, 10, 10, 20), (b, 5, 5, 32)
    x = layers.Flatten(name="flatten")(layers.MaxPooling2D(name="pool")(x))  # (b, 128)
    x = layers.Concatenate(name="joined")([x, haul])  # (b, 131)
    x = layers.Dropout(0.1, name="drop")(dense(x, 48, initializer, "hidden", activation="selu"))  # (b, 48)
    outputs = {
        "taxon": dense(x, targets["taxon"].classes, initializer, "taxon"),  # (b, 4), logits
        "length": dense(x, 1, initializer, "length"),  # (b, 1)
    }
    return keras.Model({"image": image, "haul": haul}, outputs, name="plankton")


def dense(x, units, initializer, name, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)
