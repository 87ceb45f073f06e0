import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Features of the whole plate, H, and from them the length and each digit by a softmax of its own."""
    options = lambda fan_in: {  # noqa: E731
        "kernel_initializer": initializer.kernel(),
        "bias_initializer": initializer.bias(fan_in=fan_in),
    }
    x = plate = keras.Input(inputs.shape, dtype=inputs.dtype, name="plate")  # (b, 10, 28, 1)
    for i, width in enumerate([12, 24]):
        x = layers.Conv2D(width, 3, padding="same", name=f"conv_{i}", **options(9 * x.shape[-1]))(x)
        x = layers.ReLU(name=f"relu_{i}")(layers.BatchNormalization(name=f"norm_{i}")(x))
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 5, 14, 12), (b, 2, 7, 24)
    x = layers.Flatten(name="flatten")(x)
    features = layers.Dense(units, activation="relu", name="features", **options(x.shape[-1]))(x)  # (b, units)
    features = layers.Dropout(dropout, name="dropout")(features)
    heads = {name: layers.Dense(y.classes, name=name, **options(units))(features) for name, y in targets.items()}
    return keras.Model(plate, heads, name="street_numbers")
