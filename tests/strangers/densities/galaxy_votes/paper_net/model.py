import keras
from keras import layers


def network(inputs, targets, initializer, filters, most):
    """A small convolutional network from a picture to the concentrations of a Dirichlet over the answers.

    Source: Walmsley et al. 2022, Galaxy Zoo DECaLS, section 4: concentrations between 1 and 100.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    x = image
    for i, width in enumerate(filters):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias}
        x = layers.Conv2D(width, 3, activation="relu", **options, name=f"convolution_{i}")(x)
        x = layers.MaxPooling2D(2, name=f"pool_{i}")(x)  # (b, 8, 8, ·), (b, 4, 4, ·), (b, 2, 2, ·)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dropout(0.1, seed=4, name="dropout")(x)
    x = layers.Dense(
        targets.shape[-1],
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="answers",
    )(x)
    return keras.Model(image, layers.Rescaling(most - 1, 1, name="concentrations")(x), name="galaxy_votes")  # (b, 3)
