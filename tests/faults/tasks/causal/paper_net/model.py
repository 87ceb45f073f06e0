"""YOURS. What learns: dilated causal convolutions. Shapes: b batch, t positions, c channels."""

import keras
from keras import layers, ops


def causal(inputs, targets, initializer, filters, dilations):
    """The next note at each position, from the notes up to it."""
    notes = keras.Input(inputs.shape, dtype=inputs.dtype, name="notes")  # (b, 32)
    x = layers.Embedding(targets.classes, filters, name="pitch")(notes)  # (b, 32, c)
    for dilation in dilations:
        x = layers.Conv1D(
            filters,
            2,
            padding="causal",
            dilation_rate=dilation,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=2 * filters),
            name=f"conv{dilation}",
        )(x)
    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 32, 8)
    return keras.Model(notes, logits, name="causal")


class OneHot(layers.Layer):
    def __init__(self, classes, **options):
        super().__init__(**options)
        self.classes = classes

    def call(self, notes):
        return ops.one_hot(notes, self.classes)


def linear(inputs, targets, initializer):
    """The dumb baseline: the next note from the last one alone."""
    notes = keras.Input(inputs.shape, dtype=inputs.dtype, name="notes")
    x = OneHot(targets.classes, name="one_hot")(notes)
    return keras.Model(notes, layers.Dense(targets.classes, name="logits")(x), name="linear")
