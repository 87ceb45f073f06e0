"""MACHINERY. Looks into any Keras model, also a subclassed one: what each layer answers to a batch."""

import contextlib
import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from keras import layers, ops, tree

from ..keras_side import backend, private

ATTEND = (layers.MultiHeadAttention, layers.GroupQueryAttention, layers.Attention, layers.AdditiveAttention)


@dataclass(frozen=True)
class Call:
    """One call of one layer: its first argument and its answer as tensors, so that a consumer is known by identity."""

    layer: Any
    inputs: list
    outputs: list
    options: dict

    @property
    def kernel(self):
        """Whether the layer multiplies by weights of its own."""
        return any(len(variable.shape) > 1 for variable in private.own_trainable(self.layer))


def calls(model, inputs, training=False):
    """The calls of every layer for a batch, in the order in which they ended, and the model's answer."""
    made, answer, error = until_crash(model, inputs, training)
    if error:
        raise error
    return made, answer


def until_crash(model, inputs, training=False):
    """What the layers of any model answer to a batch, as far as it comes: ([Call], the model's answer, None), or
    ([Call] up to the crash, None, the exception)."""
    made = []
    with private.called_instead(private.layers_of(model), functools.partial(recorded, made)):
        try:
            return made, model(backend.tensors(inputs), training=training), None
        except Exception as error:
            return made, None, error


def recorded(made, layer, call):
    """The `call` of a layer, which leaves a Call in `made` each time."""

    def recording(*args, **kwargs):
        outputs = []
        try:
            answer = call(*args, **kwargs)
            outputs += [leaf for leaf in tree.flatten(answer) if ops.is_tensor(leaf)]
            return answer
        finally:  # a crash is looked at too; what Keras traces to build a subclassed model has no values
            inputs = tree.flatten(args[0]) if args else []
            if not any(map(backend.symbolic, [*inputs, *outputs])):
                made.append(Call(layer, inputs, outputs, kwargs))

    return recording


def embedded(made):
    """[(Embedding, Float["b …"] or Int["b …"] that it looks up)] among the calls."""
    found = [call for call in made if isinstance(call.layer, layers.Embedding) and call.inputs]
    return [(call.layer, ops.convert_to_numpy(call.inputs[0])) for call in found]


def words(model):
    """How many numbers each Embedding of a model knows; None without any."""
    return min((one.input_dim for one in private.layers_of(model) if isinstance(one, layers.Embedding)), default=None)


def looked_up(model, inputs):
    """Which inputs an Embedding looks up, of those declared as floats: Keras' Input is float32 if not told otherwise.

    Each is sent through as one number of its own, larger than any that an Embedding knows. Returns for each leaf of a
    batch the input_dim of the smallest Embedding that reads it, or a part of it; None for all others.
    """
    leaves = tree.flatten(inputs)
    floats = [number for number, leaf in enumerate(leaves) if np.issubdtype(leaf.dtype, np.floating)]
    embeddings = [layer for layer in private.layers_of(model) if isinstance(layer, layers.Embedding)]
    sizes = [None] * len(leaves)
    if not floats or not embeddings:
        return sizes
    first = max(layer.input_dim for layer in embeddings)
    marked = [np.full_like(leaf, first + n) if n in floats else leaf for n, leaf in enumerate(leaves)]

    def listening(layer, call):
        def heard(ids):
            for number in floats:
                if not backend.symbolic(ids) and np.any(ops.convert_to_numpy(ids) == first + number):
                    sizes[number] = min(sizes[number] or layer.input_dim, layer.input_dim)
            return call(ops.zeros_like(ids))

        return heard

    # What breaks the network otherwise is found elsewhere.
    with private.called_instead(embeddings, listening), contextlib.suppress(Exception):
        model(backend.tensors(tree.pack_sequence_as(inputs, marked)), training=False)
    return sizes


def activations(model, inputs):
    """{name of a layer: Float["b …"], its output for a batch in inference mode}, in the order of the calls; of a layer
    called twice the last output. Layers that return something else than one array are left out."""
    single = [call for call in calls(model, inputs)[0] if len(call.outputs) == 1]
    return {call.layer.name: ops.convert_to_numpy(call.outputs[0]) for call in single}


def weights(model):
    """{path: Float["…"]} of the trainable variables."""
    return {variable.path: ops.convert_to_numpy(variable) for variable in model.trainable_variables}
