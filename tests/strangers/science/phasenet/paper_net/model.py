import keras
from keras import layers


def network(inputs, targets, initializer, widths, kernel):
    """A U-Net along time: each stage down a quarter of the samples, each stage up joined with its like.

    Source: Zhu & Beroza 2018, Figure 4.
    """

    def options(fan_in):
        return {
            "kernel_initializer": initializer.kernel(),
            "bias_initializer": initializer.bias(fan_in=fan_in),
            "padding": "same",
        }

    def conv(x, width, name, stride=1):
        x = layers.Conv1D(width, kernel, strides=stride, name=name, **options(kernel * x.shape[-1]))(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
        return layers.Activation("relu", name=f"{name}_relu")(x)

    trace = keras.Input(inputs.shape, dtype=inputs.dtype, name="trace")  # (b, t, 3)
    x, skips = conv(trace, widths[0], "first"), []
    for i, width in enumerate(widths[1:]):
        skips.append(x)
        x = conv(x, width, f"down_{i}", stride=4)  # (b, t / 4, width)
        x = conv(x, width, f"stay_{i}")
    for i, (width, skip) in enumerate(zip(widths[-2::-1], skips[::-1], strict=True)):
        x = layers.Conv1DTranspose(width, kernel, strides=4, name=f"up_{i}", **options(kernel * x.shape[-1]))(x)
        x = layers.Concatenate(name=f"join_{i}")([skip, x])  # (b, 4 t, 2 width)
        x = conv(x, width, f"merge_{i}")
    logits = layers.Conv1D(targets.shape[-1], 1, name="logits", **options(x.shape[-1]))(x)  # (b, t, 3)
    return keras.Model(trace, logits, name="phasenet")
