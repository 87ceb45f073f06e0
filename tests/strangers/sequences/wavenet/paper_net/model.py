"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, channels, skip, dilations):
    """Levels (b, t) to the logits of the next level at each time (b, t, levels)."""

    def conv(width, size, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
        return layers.Conv1D(width, size, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    levels = keras.Input(inputs.shape, dtype=inputs.dtype, name="levels")
    x = layers.Embedding(inputs.classes, channels, name="embedding")(levels)  # (b, t, channels)
    skips = []
    for i, dilation in enumerate(dilations):
        causal = {"padding": "causal", "dilation_rate": dilation}
        signal = conv(channels, 2, x, activation="tanh", name=f"signal_{i}", **causal)
        gate = conv(channels, 2, x, activation="sigmoid", name=f"gate_{i}", **causal)
        z = layers.Multiply(name=f"gated_{i}")([signal, gate])  # equation 2
        skips.append(conv(skip, 1, z, name=f"skip_{i}"))  # (b, t, skip)
        x = layers.Add(name=f"residual_{i}")([x, conv(channels, 1, z, name=f"back_{i}")])
    x = layers.ReLU(name="relu_0")(layers.Add(name="skips")(skips))
    x = conv(skip, 1, x, activation="relu", name="last")
    return keras.Model(levels, conv(targets.classes, 1, x, name="logits"), name="wavenet")
