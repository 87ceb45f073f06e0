"""YOURS. What learns from the columns of a table.

Shapes: b batch, f features.
"""

import keras
from keras import layers


def dense(x, units, initializer, name, **arguments):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def outputs_for(targets):
    """A logit a class, or as many values as a target has."""
    return targets.classes if targets.kind == "classes" and not targets.shape else targets.shape[0]


def linear(inputs, targets, initializer):
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")
    return keras.Model(row, dense(row, outputs_for(targets), initializer, "output"), name="linear")


def mlp(inputs, targets, initializer, units, depth=2, outputs=None, norm=False, dropout=0.0, activation="relu"):
    """Fully connected layers.

    Args:
        units: width of the hidden layers.
        depth: their number.
        outputs: null for those that the targets need.
        norm: BatchNorm before each activation.
        dropout: share of the hidden units left out in training.
        activation: of the hidden layers.
    """
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, f)
    x = row
    for i in range(depth):
        x = dense(x, units, initializer, f"hidden{i}")
        if norm:
            x = layers.BatchNormalization(momentum=0.9, name=f"norm{i}")(x)
        x = layers.Activation(activation, name=f"activation{i}")(x)
        if dropout:
            x = layers.Dropout(dropout, name=f"dropout{i}")(x)
    return keras.Model(row, dense(x, outputs or outputs_for(targets), initializer, "output"), name="mlp")


def grades(inputs, targets, initializer, units):
    """One logit less than there are grades: for each but the highest, whether it is surpassed."""
    return mlp(inputs, targets, initializer, units, outputs=targets.classes - 1)


def embedded(inputs, targets, initializer, levels, width, units):
    """A learnt vector for each level of each column.

    Args:
        levels: number of levels, by column.
        width: of the vectors.
        units: of the hidden layer.
    """
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, 4)
    vectors = [
        layers.Embedding(number, width, name=f"column{i}")(row[:, i]) for i, number in enumerate(levels)
    ]  # each (b, width)
    x = layers.Concatenate(name="vectors")(vectors)
    x = dense(x, units, initializer, "hidden", activation="relu")
    return keras.Model(row, dense(x, outputs_for(targets), initializer, "output"), name="embedded")
