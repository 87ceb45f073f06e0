import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """One compression for all three simulations: (b, points) to a single summary each."""
    signals = {name: keras.Input(declared.shape, name=name) for name, declared in inputs.items()}
    compression = compressor(signals["fiducial"].shape[-1], initializer, units)
    summaries = [compression(signals[name]) for name in ("fiducial", "lower", "upper")]  # three of (b, 1)
    return keras.Model(signals, layers.Concatenate(name="summaries")(summaries), name="imnn")  # (b, 3)


def compressor(points, initializer, units):
    x = data = keras.Input((points,), name="data")
    for depth, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="leaky_relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{depth}",
        )(x)  # (b, width)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="summary",
    )(x)  # (b, 1)
    return keras.Model(data, x, name="compression")
