import keras
from keras import layers, ops


def swapped(inputs):
    """The two dates exchanged."""
    return {"before": inputs["after"], "after": inputs["before"]}


@keras.saving.register_keras_serializable("change_pairs")
class Difference(layers.Layer):
    """How far two maps of features are apart."""

    def call(self, first, second):
        return ops.abs(first - second)


def network(inputs, targets, initializer, width):
    """FC-Siam-diff: one encoder for both dates, the skips are absolute differences; Daudt et al. 2018."""

    def conv(filters, fan_in, activation="relu", size=3):
        return layers.Conv2D(
            filters,
            size,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * fan_in),
        )

    encoder = [conv(width, 1), conv(2 * width, width), conv(2 * width, 2 * width)]
    dates = {name: keras.Input(inputs[name].shape, name=name) for name in ("before", "after")}  # (b, h, w, 1)
    features = []
    for x in dates.values():
        maps = []
        for level, layer in enumerate(encoder):
            x = layer(layers.MaxPooling2D()(x) if level else x)
            maps.append(x)  # (b, h, w, width), (b, h/2, w/2, 2 width), (b, h/4, w/4, 2 width)
        features.append(maps)
    fine, middle, x = (Difference()(*pair) for pair in zip(*features, strict=True))
    x = layers.Concatenate()([layers.UpSampling2D()(x), middle])  # (b, h/2, w/2, 4 width)
    x = conv(2 * width, 4 * width)(x)  # (b, h/2, w/2, 2 width)
    x = layers.Concatenate()([layers.UpSampling2D()(x), fine])  # (b, h, w, 3 width)
    x = conv(width, 3 * width)(x)  # (b, h, w, width)
    return keras.Model(dates, conv(1, width, "sigmoid", 1)(x))  # (b, h, w, 1)
