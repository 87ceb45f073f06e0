import keras
from keras import layers


def network(inputs, targets, initializer, width, dilations):
    """A front end of one convolution, the context module, whose dilation grows, and a class for each pixel."""

    def conv(x, filters, size, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options |= {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias}
        return layers.Conv2D(filters, size, **options)(x)

    view = keras.Input(inputs.shape, dtype=inputs.dtype, name="view")  # (b, 24, 24, 1)
    x = conv(view, width, 3, activation="relu", name="front")  # (b, 24, 24, w)
    for i, dilation in enumerate(dilations):
        x = conv(x, width, 3, dilation_rate=dilation, activation="relu", name=f"context_{i}")
    return keras.Model(view, conv(x, targets.classes, 1, name="pixels"), name="context")  # (b, 24, 24, 3)
