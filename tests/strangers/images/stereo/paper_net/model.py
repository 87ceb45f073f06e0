"""YOURS. GC-Net. What the paper leaves open, and what is guessed: -

Shapes: b batch, d disparities, h height, w width, f features.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, features, disparities):
    """Towers with shared weights → cost volume → 3D convolutions → soft argmin (Kendall et al. 2017)."""

    def conv(kind, filters, name, fan_in, **options):
        return kind(
            filters,
            3,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=name,
            **options,
        )

    image = keras.Input(inputs["left"].shape, name="image")
    x = image
    for i in range(2):
        x = conv(layers.Conv2D, features, f"conv_{i}", 9 * x.shape[-1])(x)
        x = layers.ReLU(name=f"relu_{i}")(layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x))
    x = conv(layers.Conv2D, features, "conv_2", 9 * features)(x)  # no activation: the volume compares signed features
    tower = keras.Model(image, x, name="tower")

    left = keras.Input(inputs["left"].shape, name="left")
    right = keras.Input(inputs["right"].shape, name="right")
    x = CostVolume(disparities, name="volume")([tower(left), tower(right)])  # (b, d, h, w, 2 f)
    for i in range(2):
        x = conv(layers.Conv3D, features, f"conv3d_{i}", 27 * x.shape[-1])(x)  # (b, d, h, w, f)
        x = layers.ReLU(name=f"relu3d_{i}")(layers.BatchNormalization(momentum=0.9, name=f"norm3d_{i}")(x))
    cost = conv(layers.Conv3D, 1, "cost", 27 * features)(x)[..., 0]  # (b, d, h, w)
    return keras.Model({"left": left, "right": right}, SoftArgmin(name="soft_argmin")(cost), name="gc_net")


class CostVolume(layers.Layer):
    """Left features beside the right ones, moved right by each disparity: (b, h, w, f) twice → (b, d, h, w, 2 f)."""

    def __init__(self, disparities, **options):
        super().__init__(**options)
        self.disparities = disparities

    def call(self, features):
        left, right = features
        width = left.shape[2]
        moved = [ops.pad(right, [[0, 0], [0, 0], [d, 0], [0, 0]])[:, :, :width] for d in range(self.disparities)]
        return ops.stack([ops.concatenate([left, r], axis=-1) for r in moved], axis=1)


class SoftArgmin(layers.Layer):
    """Sum of d · softmax(-cost) over the disparities d, equation 1."""

    def call(self, cost):
        weight = ops.softmax(-cost, axis=1)  # (b, d, h, w)
        d = ops.reshape(ops.arange(cost.shape[1], dtype=cost.dtype), (1, -1, 1, 1))
        return ops.sum(weight * d, axis=1)
