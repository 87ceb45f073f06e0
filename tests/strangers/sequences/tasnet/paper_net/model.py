import keras
from keras import layers


def network(inputs, targets, initializer, filters, length, bottleneck, hidden, kernel, blocks):
    """Conv-TasNet of one speaker: encoder, mask by dilated convolutions, decoder.

    Source: Luo and Mesgarani 2019, Figure 1.
    """

    def conv(x, units, size=1, **options):
        bias = initializer.bias(fan_in=size * x.shape[-1])
        options = {"kernel_initializer": initializer.kernel(), "bias_initializer": bias, "padding": "same", **options}
        return layers.Conv1D(units, size, **options)(x)

    def normed(x):  # over time and channels, as gLN
        x = layers.PReLU(shared_axes=[1])(x)
        return layers.GroupNormalization(groups=1, epsilon=1e-6)(x)

    mixture = keras.Input(inputs.shape, dtype=inputs.dtype, name="mixture")  # (b, t, 1)
    w = conv(mixture, filters, length, strides=length // 2, activation="relu", name="encoder")  # (b, f, filters)
    x = conv(layers.LayerNormalization(name="norm")(w), bottleneck, name="bottleneck")  # (b, f, bottleneck)
    for i in range(blocks):
        y = normed(conv(x, hidden))  # (b, f, hidden)
        y = layers.DepthwiseConv1D(
            kernel,
            padding="same",
            dilation_rate=2**i,
            depthwise_initializer=initializer.kernel(),
            name=f"depthwise_{i}",
        )(y)
        x = x + conv(normed(y), bottleneck, name=f"residual_{i}")
    mask = conv(x, filters, activation="sigmoid", name="mask")  # (b, f, filters)
    decoder = layers.Conv1DTranspose(
        1,
        length,
        strides=length // 2,
        padding="same",
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        name="decoder",
    )
    return keras.Model(mixture, decoder(w * mask), name="tasnet")  # (b, t, 1)
