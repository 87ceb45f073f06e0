"""MACHINERY. Looks into any Keras model, also a subclassed one: what each layer answers to a batch."""

import contextlib
from dataclasses import dataclass
from typing import Any

from keras import ops, tree

from . import backend


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
        return any(len(variable.shape) > 1 for variable in self.layer._trainable_variables)


def calls(model, inputs, training=False, made=None):
    """The calls of every layer for a batch, in the order in which they ended, and the model's answer.

    Args:
        model: functional, sequential or subclassed.
        inputs: a batch.
        training: the mode.
        made: a list for the calls, which holds those before a crash too.
    """
    made = [] if made is None else made
    with contextlib.ExitStack() as stack:
        for layer in model._flatten_layers(include_self=False):
            stack.enter_context(_recorded(layer, made))
        answer = model(backend.tensors(inputs), training=training)
    return made, answer


@contextlib.contextmanager
def _recorded(layer, made):
    call = layer.call

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

    # Keras looks at the signature of `call` to pass `training` and `mask` on.
    recording.__wrapped__ = call
    layer.call = recording
    try:
        yield
    finally:
        del layer.call


def activations(model, inputs):
    """The output of each layer for a batch, in inference mode.

    Args:
        model: built; functional, sequential or subclassed.
        inputs: a batch.

    Returns:
        {name of a layer: Float["b …"]}, in the order of the calls; of a layer called twice, the last one. Layers that
        return something else than one array are left out.
    """
    single = [call for call in calls(model, inputs)[0] if len(call.outputs) == 1]
    return {call.layer.name: ops.convert_to_numpy(call.outputs[0]) for call in single}


def weights(model):
    """{path: Float["…"]} of the trainable variables."""
    return {variable.path: ops.convert_to_numpy(variable) for variable in model.trainable_variables}
