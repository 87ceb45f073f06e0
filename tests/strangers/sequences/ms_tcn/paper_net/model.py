import keras
from keras import layers


def convolution(width, kernel, dilation, activation, fan_in, initializer, name):
    """A convolution over time that keeps its length."""
    return layers.Conv1D(
        width,
        kernel,
        dilation_rate=dilation,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel * fan_in),
        name=name,
    )


def stage(x, classes, width, depth, initializer, name):
    """Dilated residual layers, whose dilation doubles; the logits of each frame."""
    x = convolution(width, 1, 1, None, x.shape[-1], initializer, f"{name}_in")(x)  # (b, t, width)
    for layer in range(depth):
        y = convolution(width, 3, 2**layer, "relu", width, initializer, f"{name}_dilated{layer}")(x)
        y = convolution(width, 1, 1, None, width, initializer, f"{name}_mixed{layer}")(y)
        x = layers.Add(name=f"{name}_add{layer}")([x, y])
    return convolution(classes, 1, 1, None, width, initializer, f"{name}_logits")(x)  # (b, t, classes)


def network(inputs, targets, initializer, width, depth):
    """Two stages: the second refines the probabilities that the first one gives."""
    frames = keras.Input(inputs.shape, dtype=inputs.dtype, name="frames")  # (b, t, features)
    classes = targets["first"].classes
    first = stage(frames, classes, width, depth, initializer, "first")
    second = stage(layers.Softmax(name="probabilities")(first), classes, width, depth, initializer, "second")
    return keras.Model(frames, {"first": first, "second": second}, name="ms_tcn")
