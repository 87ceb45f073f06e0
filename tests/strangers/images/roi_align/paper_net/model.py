import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, pooled, units):
    """Fast R-CNN's head on RoIAlign: features of the image, those within the box, what it holds.

    Source: He et al. 2017, Mask R-CNN, Section 3.
    """

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")  # (b, 28, 28, 1)
    box = keras.Input(inputs["box"].shape, dtype=inputs["box"].dtype, name="box")  # (b, 4)
    x = layers.Conv2D(filters, 3, padding="same", name="conv_1", **start(9))(image)
    x = layers.GroupNormalization(4, name="norm_1")(x)
    x = layers.Activation("relu", name="relu_1")(x)
    x = layers.Conv2D(filters, 3, padding="same", activation="relu", name="conv_2", **start(9 * filters))(x)
    x = RoIAlign(pooled, name="roi_align")(x, box)  # (b, pooled, pooled, filters)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, activation="relu", name="hidden", **start(x.shape[-1]))(x)
    logits = layers.Dense(targets.classes, name="logits", **start(units))(x)
    return keras.Model({"image": image, "box": box}, logits, name="roi_align")


class RoIAlign(layers.Layer):
    """Features in a grid of bins over a box: in each the mean of four points, read between the pixels, not rounded."""

    def __init__(self, pooled, **options):
        super().__init__(**options)
        self.pooled = pooled

    def call(self, features, box):
        _, height, width, channels = features.shape
        top, left, bottom, right = ops.split(box, 4, axis=-1)  # (b, 1) each
        points = (ops.arange(2 * self.pooled, dtype=features.dtype) + 0.5) / (2 * self.pooled)  # (2 pooled,)
        rows = self.hats(top + (bottom - top) * points, height)  # (b, 2 pooled, h)
        columns = self.hats(left + (right - left) * points, width)  # (b, 2 pooled, w)
        x = ops.einsum("bph,bhwc->bpwc", rows, features)
        x = ops.einsum("bqw,bpwc->bpqc", columns, x)
        x = ops.reshape(x, (-1, self.pooled, 2, self.pooled, 2, channels))
        return ops.mean(x, axis=(2, 4))

    def hats(self, places, size):
        """Weights of bilinear interpolation along one axis."""
        distance = ops.abs(places[..., None] - ops.arange(size, dtype=places.dtype))
        return ops.maximum(1 - distance, 0)

    def compute_output_shape(self, features_shape, box_shape):
        return (features_shape[0], self.pooled, self.pooled, features_shape[-1])
