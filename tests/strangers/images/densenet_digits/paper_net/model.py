import keras
from keras import layers


def network(inputs, targets, initializer, growth, blocks, depth, compression):
    """DenseNet-C: dense blocks of BN, relu, convolution, with transitions between; Huang et al. 2017."""

    def conv(x, filters, size):
        return layers.Conv2D(filters, size, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(
            layers.ReLU()(layers.BatchNormalization(momentum=0.9)(x))
        )

    image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    x = layers.Conv2D(2 * growth, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(image)
    for block in range(blocks):
        for _ in range(depth):
            x = layers.Concatenate()([x, conv(x, growth, 3)])  # (b, h, w, c + growth)
        if block < blocks - 1:
            x = layers.AveragePooling2D(2)(conv(x, int(compression * x.shape[-1]), 1))  # (b, h/2, w/2, c/2)
    x = layers.ReLU()(layers.BatchNormalization(momentum=0.9, name="last")(x))
    x = layers.GlobalAveragePooling2D()(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, logits)  # (b, 10)
