import keras
from keras import layers


def network(inputs, targets, initializer, units, kernels):
    """A mixture density network: for each kernel a weight, a centre and a width, side by side."""

    def dense(width, x, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias}
        return layers.Dense(width, activation=activation, name=name, **options)(x)

    hand = keras.Input(inputs.shape, dtype=inputs.dtype, name="hand")  # (b, 2)
    x = layers.Rescaling(3.0, offset=-1.2, name="scaled")(hand)
    x = dense(units, x, "hidden_1", "tanh")
    x = dense(units, x, "hidden_2", "tanh")  # (b, units)
    weights = dense(kernels, x, "weights")  # (b, k), logits
    centres = about(dense(kernels * targets.shape[-1], x, "centres"), kernels, targets.shape[-1])  # (b, k, 2)
    log_widths = layers.Reshape((kernels, 1), name="widths")(dense(kernels, x, "log_widths"))  # (b, k, 1)
    weights = layers.Reshape((kernels, 1), name="by_kernel")(weights)
    mixture = layers.Concatenate(axis=-1, name="mixture")([weights, log_widths, centres])  # (b, k, 1 + 1 + 2)
    return keras.Model(hand, mixture, name="inverse_arm")


def about(x, kernels, width):
    """Centres by kernel; they begin about the middle of the angles."""
    x = layers.Reshape((kernels, width), name="centres_by_kernel")(x)
    return layers.Rescaling(1.0, offset=2.0, name="about")(x)
