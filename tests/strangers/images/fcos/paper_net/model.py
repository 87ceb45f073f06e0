"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops

from . import losses


class Detector(keras.Model):
    """A network that is trained by FCOS' three losses, and scores the box it is surest of in each picture."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.surest = keras.metrics.Mean(name="surest_iou")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        b = ops.shape(y["boxes"])[0]
        score = ops.sigmoid(y_pred["classes"]) * ops.sigmoid(y_pred["centre"])  # (b, h, w, c)
        overlap = losses.iou(y["boxes"], y_pred["boxes"])[..., None] * y["classes"]  # 0 of another class, or of none
        best = ops.argmax(ops.reshape(score, (b, -1)), axis=-1)[:, None]
        self.surest.update_state(ops.take_along_axis(ops.reshape(overlap, (b, -1)), best, axis=-1))
        return losses.fcos(y, y_pred)


def network(inputs, targets, initializer, width):
    """FCOS: a backbone of stride 4, a tower, and at each place classes, the distances to four sides, a centre-ness."""

    def convolution(x, filters, name, norm=True, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, **options}
        x = layers.Conv2D(filters, 3, name=name, **options)(x)
        if not norm:
            return x
        return layers.ReLU(name=f"{name}_relu")(layers.GroupNormalization(groups=4, name=f"{name}_norm")(x))

    picture = keras.Input(inputs.shape, dtype=inputs.dtype, name="picture")
    x = convolution(picture, 16, "stem_1", strides=2)  # (b, 16, 16, 16)
    x = convolution(x, width, "stem_2", strides=2)  # (b, 8, 8, width)
    x = convolution(x, width, "tower_1")
    x = convolution(x, width, "tower_2")
    prior = keras.initializers.Constant(-2.0)  # objects are rare
    classes = convolution(x, targets["classes"].shape[-1], "classes", norm=False, bias_initializer=prior)
    sides = convolution(x, 4, "sides", norm=False)
    boxes = layers.Activation("exponential", name="boxes")(sides)
    centre = convolution(x, 1, "centre", norm=False)
    return Detector(picture, {"classes": classes, "boxes": boxes, "centre": centre}, name="fcos")
