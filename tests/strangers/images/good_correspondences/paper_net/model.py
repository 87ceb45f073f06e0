import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks):
    """A PointNet-like network: each match by itself, but for the context normalization in every block.

    Source: Yi et al. 2018, Section 3.2 and Figure 2.
    """

    def perceptron(x, width, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    matches = keras.Input(inputs.shape, dtype=inputs.dtype, name="matches")  # (b, n, 4)
    x = perceptron(matches, units, "first")  # (b, n, units)
    for i in range(blocks):
        y = x
        for half in "ab":
            y = perceptron(y, units, f"dense_{i}{half}")
            y = ContextNormalization(name=f"context_{i}{half}")(y)
            y = layers.BatchNormalization(name=f"norm_{i}{half}")(y)
            y = layers.ReLU(name=f"relu_{i}{half}")(y)
        x = layers.Add(name=f"add_{i}")([x, y])
    x = perceptron(x, 1, "logit")  # (b, n, 1)
    return keras.Model(matches, layers.Reshape(targets.shape, name="inlier")(x), name="correspondences")  # (b, n)


class ContextNormalization(layers.Layer):
    """Each feature without mean and deviation over the matches of its own image pair (equation 7)."""

    def call(self, x):
        mean = ops.mean(x, axis=1, keepdims=True)  # (b, 1, units)
        deviation = ops.std(x, axis=1, keepdims=True)
        return (x - mean) / (deviation + 1e-3)
