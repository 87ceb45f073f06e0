import keras
from keras import layers


def network(inputs, targets, initializer, filters, shift):
    """Which of four rotations an image has been turned by.

    Source: Gidaris et al. 2018, Unsupervised Representation Learning by Predicting Image Rotations, arXiv 1803.07728.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.RandomTranslation(shift, shift, fill_mode="constant", name="augmented")(image)
    for i, width in enumerate(filters):
        x = layers.Conv2D(
            width, 3, padding="same", kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]), name=f"conv_{i}",
        )(x)  # fmt: skip
        x = layers.LeakyReLU(0.1, name=f"relu_{i}")(x)
        if i:
            x = layers.AveragePooling2D(2, name=f"pool_{i}")(x)
    x = layers.Flatten(name="features")(x)
    logits = layers.Dense(
        targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="rotation",
    )(x)  # fmt: skip
    return keras.Model(image, logits, name="rotnet")
