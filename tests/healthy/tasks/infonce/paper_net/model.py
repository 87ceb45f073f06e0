"""YOURS. What learns: a tower for each view, whose embeddings lie on the unit sphere.

Shapes: b batch, d size of the embedding.
"""

import keras
from keras import layers


def two_towers(inputs, targets, initializer, width, embedding):
    """Two towers, one a view; van den Oord et al. 2018 in the form of Radford et al. 2021.

    Args:
        width: units of each tower's hidden layers.
        embedding: size of what the towers agree on.
    """
    views = {name: keras.Input(view.shape, dtype=view.dtype, name=name) for name, view in inputs.items()}
    embedded = [tower(views[name], width, embedding, initializer, name) for name in ("camera", "microphone")]
    both = layers.Concatenate(axis=1, name="pair")([layers.Reshape((1, embedding))(view) for view in embedded])
    return keras.Model(views, both, name="two_towers")  # (b, 2, d)


def tower(x, width, embedding, initializer, name):
    x = layers.ReLU(name=f"{name}_relu1")(dense(x, width, initializer, f"{name}_hidden1"))  # (b, width)
    x = layers.ReLU(name=f"{name}_relu2")(dense(x, width, initializer, f"{name}_hidden2"))  # (b, width)
    x = dense(x, embedding, initializer, f"{name}_embedding")  # (b, d)
    return layers.UnitNormalization(axis=-1, name=f"{name}_unit")(x)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
