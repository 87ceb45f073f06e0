import keras
from keras import layers


def network(inputs, targets, initializer):
    """DLinear (Zeng et al. 2023): one linear map of the trend and one of the rest, shared by all channels; their sum."""
    signals, forecast = {}, 0
    for part in ("trend", "rest"):
        signals[part] = keras.Input(inputs[part].shape, dtype=inputs[part].dtype, name=part)  # (b, t, c)
        x = layers.Permute((2, 1), name=f"{part}_channels")(signals[part])  # (b, c, t)
        x = layers.Dense(
            targets.shape[0],
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"{part}_linear",
        )(x)  # (b, c, h)
        forecast = forecast + x
    return keras.Model(signals, layers.Permute((2, 1), name="forecast")(forecast), name="dlinear")  # (b, h, c)
