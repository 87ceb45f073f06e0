import keras
from keras import layers


def network(inputs, targets, initializer, widths, units, typical):
    """An embedding for each whole number, all of them and the promotion into a perceptron; an answer near `typical`."""
    given = {name: keras.Input(declared.shape, dtype=declared.dtype, name=name) for name, declared in inputs.items()}
    parts = [
        layers.Embedding(inputs[name].classes, width, name=f"{name}_vector")(given[name])
        for name, width in widths.items()
    ]
    x = layers.Concatenate(name="all")([*parts, given["promotion"]])  # (b, 15)
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden{i}",
        )(x)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="deviation",
    )(x)  # (b, 1)
    x = layers.Rescaling(1.0, offset=typical, name="logarithm")(x)
    return keras.Model(given, layers.Reshape((), name="sales")(x), name="store_sales")  # (b)
