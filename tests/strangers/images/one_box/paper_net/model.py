"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the network: the paper takes YOLO v3 and Faster R-CNN; here one object in an image, a small network

Shapes: b batch.
"""

import keras
from keras import layers, ops

from .losses import generalized_iou


def network(inputs, targets, initializer, width, kind_weight):
    """Shared convolutions, then a head for the kind and one for the box."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 3)
    for i in range(3):
        conv = options(9 * x.shape[-1])
        x = layers.Conv2D(width * (i + 1), 3, strides=2, padding="same", name=f"conv_{i}", **conv)(x)
        x = layers.GroupNormalization(groups=4, name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)  # (b, 12, …), (b, 6, …), (b, 3, …)
    x = layers.Flatten(name="flat")(x)  # (b, 27 width)
    x = layers.Dense(64, activation="silu", name="shared", **options(x.shape[-1]))(x)
    centre = layers.Dense(2, activation="sigmoid", name="centre", **options(64))(x)
    sides = layers.Dense(2, activation="sigmoid", name="sides", **options(64))(x)
    box = layers.Concatenate(name="box")([centre - sides / 2, centre + sides / 2])  # (b, 4): left, top, right, bottom
    kind = layers.Dense(targets["kind"].classes, name="kind", **options(64))(x)  # (b, 3)
    return Detector(image, {"box": box, "kind": kind}, kind_weight=kind_weight, name="one_box")


class Detector(keras.Model):
    """Its loss: 1 - generalized IoU of the boxes, and the cross-entropy of the kinds."""

    def __init__(self, *args, kind_weight=1.0, **options):
        super().__init__(*args, **options)
        self.kind_weight = kind_weight

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        box = 1 - generalized_iou(y["box"], y_pred["box"])  # (b)
        kind = keras.losses.sparse_categorical_crossentropy(y["kind"], y_pred["kind"], from_logits=True)  # (b)
        loss = box + self.kind_weight * kind
        if sample_weight is not None:
            loss = loss * sample_weight
        return ops.mean(loss)
