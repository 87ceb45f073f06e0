import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks, dropout):
    """Frames of the sound by a strided convolution, dilated convolutions with residuals, four logits a frame."""

    def convolution(width, size, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
        options |= {"kernel_initializer": kernel, "bias_initializer": bias, "padding": "same"}
        return layers.Conv1D(width, size, **options)(x)

    sound = keras.Input(inputs.shape, dtype=inputs.dtype, name="sound")  # (b, samples, 1)
    hop = inputs.shape[0] // targets.shape[0]
    x = convolution(filters, 2 * hop, sound, strides=hop, name="frames")  # (b, frames, filters)
    x = layers.BatchNormalization(name="norm")(ops.log(ops.square(x) + 0.001))  # the energy of each band
    for i in range(blocks):
        y = convolution(filters, 3, x, dilation_rate=2**i, activation="relu", name=f"dilated_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x + layers.Dropout(dropout)(y))
    return keras.Model(sound, convolution(targets.classes, 1, x, name="logits"), name="heart")  # (b, frames, 4)
