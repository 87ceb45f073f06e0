import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, pooled):
    """A set network of points, averaged over the four frames of the cloud: no turn and no mirroring changes it."""

    def dense(x, units, activation=None, name=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    cloud = keras.Input(inputs.shape, dtype=inputs.dtype, name="cloud")  # (b, p, 2)
    x = Frames(name="frames")(cloud)  # (b, 4, p, 2)
    x = dense(x, units, "gelu", "point_0")
    x = dense(x, units, "gelu", "point_1")  # (b, 4, p, units)
    x = ops.concatenate([ops.max(x, axis=2), ops.mean(x, axis=2)], axis=-1)  # (b, 4, 2 units)
    x = layers.LayerNormalization(name="norm")(x)
    x = dense(x, pooled, "gelu", "cloud_0")
    x = dense(x, targets.classes, name="cloud_1")  # (b, 4, classes)
    return keras.Model(cloud, ops.mean(x, axis=1), name="frame_averaging")  # (b, classes)


class Frames(layers.Layer):
    """The cloud as seen from its centre along its principal axes, of either sign: (b, p, 2) to (b, 4, p, 2)."""

    def call(self, cloud):
        cloud = cloud - ops.mean(cloud, axis=1, keepdims=True)
        x, y = cloud[..., 0], cloud[..., 1]
        xx, yy, xy = ops.mean(x * x, axis=1), ops.mean(y * y, axis=1), ops.mean(x * y, axis=1)
        angle = ops.expand_dims(0.5 * ops.arctan2(2 * xy, xx - yy), -1)  # (b, 1), of the longest axis
        cos, sin = ops.cos(angle), ops.sin(angle)
        along, across = cos * x + sin * y, cos * y - sin * x  # (b, p)
        signs = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
        return ops.stack([ops.stack([a * along, b * across], axis=-1) for a, b in signs], axis=1)
