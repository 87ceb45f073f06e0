"""MACHINERY. Switches off what hinders memorising: dropout, noise, random augmentation, and penalties.

What is written by hand (keras.random.dropout in a `call`, add_loss) stays on: `left_on` measures what is left.
"""

import contextlib
import inspect

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import backend, private
from . import network

OF_CELLS = ("dropout", "recurrent_dropout")


@contextlib.contextmanager
def switched_off():
    """While it lasts, every network is built without them, also by the researcher's own train.py."""
    builder = network.builder

    def plain(cfg):
        made = builder(cfg)
        return lambda **arguments: switch_off(made(**arguments), arguments["inputs"])

    with private.replaced(network, "builder", plain):
        yield


def switch_off(model, inputs):
    """Changes the model in place, before it is compiled, and returns it.

    Args:
        model: functional, sequential or subclassed.
        inputs: as declared; a model that makes its layers when it is first called is called.
    """
    called(model, inputs)
    for layer in (model, *private.layers_of(model)):
        unpenalized(layer)
        undisturbed(layer)
    return model


def called(model, inputs):
    """A network with its weights: one that makes its layers when it is first called is called."""
    if not model.built:
        model(tree.map_structure(blank, inputs), training=False)
    return model


def unpenalized(layer):
    for variable in layer.variables:
        variable.regularizer = None  # the layer's own kernel_regularizer was only its recipe
    layer.activity_regularizer = None


def undisturbed(layer):
    for name in OF_CELLS:
        if isinstance(vars(layer).get(name), float):  # not of the layer around a cell, which only shows the cell's
            setattr(layer, name, 0.0)
    if draws(layer):
        private.always_inference(layer)


def blank(declared):
    return np.zeros((1, *declared.sizes), declared.dtype)


def draws(layer):
    """Whether this is a layer that does something random in training, and only there; not a block of others."""
    random = any(isinstance(value, keras.random.SeedGenerator) for value in vars(layer).values())
    return random and not private.is_block(layer) and "training" in inspect.signature(type(layer).call).parameters


def left_on(model, inputs):
    """What still disturbs, as measured: how far two calls differ, in training and in inference, and the penalty.

    Returns:
        {"training": a float, "inference": a float, "penalty": a float}, the first two relative to the outputs.
    """
    with backend.unchanged(model):
        found = {"training": spread(model, inputs, True), "inference": spread(model, inputs, False)}
        found["penalty"] = penalty(model)
    return found


def spread(model, inputs, training):
    once, again = (tree.flatten(model(inputs, training=training)) for _ in range(2))
    furthest = max(backend.number(ops.max(ops.abs(a - b))) for a, b in zip(once, again, strict=True))
    return furthest / (max(backend.number(ops.max(ops.abs(a))) for a in once) or 1.0)


def penalty(model):
    """What the model adds to the loss of its predictions, as of its last call."""
    return sum(backend.number(ops.sum(loss)) for loss in model.losses)
