"""Learning without Forgetting (Li & Hoiem 2016). Shapes: b batch."""

import keras
from keras import layers

from .data import old_network


def network(inputs, targets, initializer):
    """Hidden layer and old head begin as the old network has them; the new head begins anew."""
    kernels, biases, _ = old_network()
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    hidden = layers.Dense(kernels[0].shape[1], activation="relu", name="hidden")
    x = hidden(image)
    old = layers.Dense(targets["old"].shape[0], name="old")
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    new = layers.Dense(targets["new"].classes, kernel_initializer=kernel, bias_initializer=bias, name="new")
    model = keras.Model(image, {"new": new(x), "old": old(x)}, name="lwf")
    for layer, weights in zip([hidden, old], zip(kernels, biases, strict=True), strict=True):
        layer.set_weights(weights)
    return model
