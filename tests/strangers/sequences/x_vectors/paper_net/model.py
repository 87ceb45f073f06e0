import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """Layers over frames, statistics pooling, layers over the segment.

    Source: Snyder et al. 2018, X-Vectors, Table 1 and Section 2.2.
    """

    def norm_relu(x):
        return layers.BatchNormalization(momentum=0.9)(layers.Activation("relu")(x))

    x = speech = keras.Input(inputs.shape, dtype=inputs.dtype, name="speech")  # (b, t, bands)
    for i, (width, step) in enumerate([(5, 1), (3, 2), (1, 1)]):
        x = layers.Conv1D(
            units, width, dilation_rate=step, kernel_initializer=initializer.kernel(), name=f"frame_{i + 1}"
        )(x)
        x = norm_relu(x)  # (b, t', units)
    x = Statistics(name="statistics")(x)  # (b, 2 units)
    x = layers.Dense(embedding, kernel_initializer=initializer.kernel(), name="segment_6")(x)
    x = norm_relu(x)  # (b, embedding)
    return keras.Model(
        speech, layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="speaker")(x)
    )


class Statistics(layers.Layer):
    """Mean and standard deviation over time. (b, t, u) to (b, 2 u)."""

    def call(self, x):
        return ops.concatenate([ops.mean(x, axis=1), ops.sqrt(ops.var(x, axis=1) + 1e-5)], axis=-1)
