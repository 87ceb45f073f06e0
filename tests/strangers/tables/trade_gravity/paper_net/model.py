import keras
from keras import layers


def network(inputs, targets, initializer, width, units):
    """The gravity equation with a correction: log flow = a_i + b_j + g . gravity + h(countries, gravity)."""
    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    sizes, tables = [], []
    for side in ("exporter", "importer"):
        countries = inputs[side].classes
        sizes.append(layers.Embedding(countries, 1, "zeros", name=f"{side}_size")(given[side]))  # (b, 1)
        tables.append(layers.Embedding(countries, width, name=f"{side}_table")(given[side]))  # (b, width)
    x = layers.Concatenate(name="all")([*tables, given["gravity"]])  # (b, 2 width + 4)
    x = dense(x, units, initializer, activation="elu", name="hidden")  # (b, units)
    correction = dense(x, 1, initializer, name="correction")  # (b, 1)
    gravity = dense(given["gravity"], 1, initializer, name="gravity_equation")  # (b, 1)
    log_flow = layers.Add(name="log_flow")([*sizes, gravity, correction])  # (b, 1)
    return keras.Model(given, layers.Activation("exponential", name="flow")(log_flow), name="trade")


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
