"""YOURS. What learns, block by block. Shapes: b batch, h w of a tile, u units."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Lightness → convolutions, dilated in the middle → logits of the colour bins of each pixel.

    Source: Zhang et al. 2016, Figure 2; here nothing is scaled down within the network.
    """
    tile = keras.Input(inputs.shape, name="tile")  # (b, h, w, 1)
    x = layers.Rescaling(4.0, offset=-2.0)(tile)
    for i, dilation in enumerate((1, 2, 2, 1)):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": f"conv_{i}"}
        x = layers.Conv2D(units, 3, padding="same", dilation_rate=dilation, activation="relu", **options)(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)  # (b, h, w, u)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Conv2D(targets.classes, 1, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(tile, x, name="colourizer")
