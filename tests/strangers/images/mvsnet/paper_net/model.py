import keras
from keras import layers, ops


def shifted(features, by):
    """At column x what the features have at column x - by; 0 where they have nothing."""
    width = features.shape[2]
    left, right = max(by, 0), max(-by, 0)
    padded = ops.pad(features, [[0, 0], [0, 0], [left, right], [0, 0]])
    return padded[:, :, right : right + width]


def cost_volume(features, baselines, planes):
    """For each plane the variance, over the cameras, of the features brought to the first camera as that plane has them."""
    volume = []
    for plane in range(planes):
        seen = [shifted(features[:, i], baseline * plane) for i, baseline in enumerate(baselines)]
        volume.append(ops.var(ops.stack(seen), axis=0))
    return ops.stack(volume, axis=1)  # (b, planes, rows, columns, c)


class CostVolume(layers.Layer):
    def __init__(self, baselines, planes, **kwargs):
        super().__init__(**kwargs)
        self.baselines, self.planes = baselines, planes

    def call(self, features):
        return cost_volume(features, self.baselines, self.planes)


def expected_plane(scores):
    """The mean of the planes' numbers by their probabilities: soft argmin."""
    p = ops.softmax(scores, axis=1)  # (b, planes, rows, columns)
    return ops.sum(p * ops.arange(scores.shape[1], dtype=p.dtype)[None, :, None, None], axis=1)


def network(inputs, targets, initializer, baselines, planes, filters):
    """Features of each view by the same layers, a plane sweep, three-dimensional regularization, regression."""

    def settings(fan_in):
        return {
            "padding": "same",
            "kernel_initializer": initializer.kernel(),
            "bias_initializer": initializer.bias(fan_in=fan_in),
        }

    images = keras.Input(inputs.shape, name="images")
    extractor = layers.Conv2D(filters, 3, activation="relu", **settings(9))
    second = layers.Conv2D(filters, 3, **settings(9 * filters))
    x = layers.TimeDistributed(second)(layers.TimeDistributed(extractor)(images))  # (b, views, 20, 20, f)
    x = CostVolume(list(baselines), planes, name="cost_volume")(x)  # (b, planes, 20, 20, f)
    x = layers.Conv3D(filters, 3, activation="relu", **settings(27 * filters))(x)
    x = layers.Conv3D(1, 3, **settings(27 * filters))(x)
    disparity = layers.Lambda(lambda scores: expected_plane(scores[..., 0]), name="disparity")(x)  # (b, 20, 20)
    return keras.Model(images, disparity, name="mvsnet")
