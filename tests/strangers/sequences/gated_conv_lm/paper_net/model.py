import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, kernel, blocks):
    """The gated convolutional network: embedding, residual blocks of h = (X * W + b) · sigmoid(X * V + c), softmax."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, units, name="embedding")(words)  # (b, t, units)
    for i in range(blocks):
        h = layers.Conv1D(
            2 * units,
            kernel,
            padding="causal",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=kernel * units),
            name=f"convolution_{i}",
        )(x)  # (b, t, 2 units)
        x = x + glu(h)  # (b, t, units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, t, classes)
    return keras.Model(words, logits, name="gated_convolutions")


def glu(x):
    """The first half of the channels, gated by the second; equation 1."""
    a, b = ops.split(x, 2, axis=-1)
    return a * ops.sigmoid(b)
