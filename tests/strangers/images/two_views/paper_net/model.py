import keras
from keras import layers, ops


def of_present(features, present):
    """The largest of each feature over the views that were taken; features are 0 or more, so a missing one never is."""
    return ops.max(features * present[..., None], axis=1)


class OfPresent(layers.Layer):
    """of_present, as a layer."""

    def call(self, features, present):
        return of_present(features, present)


def network(inputs, targets, initializer, units):
    """One encoder for both views, and one logit from what the views that were taken show."""
    views = keras.Input(inputs["views"].shape, name="views")
    present = keras.Input(inputs["present"].shape, name="present")
    image = keras.Input(inputs["views"].shape[1:], name="image")
    x = image
    for number, strides in enumerate([1, 2, 1]):
        x = layers.Conv2D(
            units,
            3,
            strides=strides,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv{number + 1}",
        )(x)
    x = layers.GlobalMaxPooling2D(name="pool")(x)  # (b, units)
    encoder = keras.Model(image, x, name="encoder")
    features = layers.TimeDistributed(encoder, name="views_encoded")(views)  # (b, 2, units)
    x = OfPresent(name="of_present")(features, present)  # (b, units)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logit",
    )(x)  # (b, 1)
    return keras.Model(inputs={"views": views, "present": present}, outputs=x, name="two_views")
