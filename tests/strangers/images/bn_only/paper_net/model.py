import keras
from keras import layers


def network(inputs, targets, initializer, filters, depth):
    """A convolutional network that stays as it was drawn: only scales and shifts of its BatchNorms are learnt."""
    image = keras.Input(inputs.shape, name="image")
    x = image
    for i in range(depth):
        x = layers.Conv2D(
            filters,
            3,
            strides=2 if i == 1 else 1,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            trainable=False,  # the point of the paper
        )(x)
        x = layers.ReLU()(layers.BatchNormalization(momentum=0.9)(x))
    x = layers.GlobalAveragePooling2D()(x)  # (b, filters)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        trainable=False,  # this one, too
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(image, logits, name="frozen_convnet")
