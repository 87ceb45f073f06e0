"""YOURS. TSM. What the paper leaves open, and what is guessed: -

Shapes: b batch, t frames, h rows, w columns, c channels.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks, fold):
    """2D convolutions of each frame; some channels of a branch come from the frames beside (Lin et al. 2019)."""

    def conv(x, name, size=3):
        # a kernel of one frame: a 2D convolution of each
        x = layers.Conv3D(
            filters, (1, size, size), padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=name
        )(x)
        return layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)

    clip = keras.Input(inputs.shape, name="clip")  # (b, t, h, w, 1)
    x = layers.MaxPooling3D((1, 2, 2), name="pool")(layers.ReLU(name="stem_relu")(conv(clip, "stem")))
    for i in range(blocks):
        branch = TemporalShift(fold, name=f"shift_{i}")(x)
        branch = layers.ReLU(name=f"relu_{i}")(conv(branch, f"conv_{i}"))
        x = layers.ReLU(name=f"out_{i}")(layers.Add(name=f"add_{i}")([x, branch]))
    x = layers.GlobalAveragePooling3D(name="mean")(x)  # (b, c)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=filters),
        name="logits",
    )(x)
    return keras.Model(clip, logits, name="tsm")


class TemporalShift(layers.Layer):
    """The first c / fold channels come from the next frame, as many from the frame before; zeros at the ends."""

    def __init__(self, fold, **options):
        super().__init__(**options)
        self.fold = fold

    def call(self, x):
        n = x.shape[-1] // self.fold
        none = ops.zeros_like(x[:, :1, ..., :n])
        ahead = ops.concatenate([x[:, 1:, ..., :n], none], axis=1)
        back = ops.concatenate([none, x[:, :-1, ..., n : 2 * n]], axis=1)
        return ops.concatenate([ahead, back, x[..., 2 * n :]], axis=-1)
