"""MACHINERY. Looks into any Keras model, also a subclassed one: what each layer answers to a batch."""

import contextlib

import keras
from keras import ops


def activations(model, inputs):
    """The output of each layer for a batch, in inference mode.

    Args:
        model: built; functional, sequential or subclassed.
        inputs: a batch.

    Returns:
        {name of a layer: Float["b …"]}, in the order of the calls; of a layer called twice, the last one. Layers that
        return something else than one array are left out.
    """
    outputs = {}
    with contextlib.ExitStack() as stack:
        for layer in model._flatten_layers(include_self=False):
            stack.enter_context(_recorded(layer, outputs))
        model(inputs, training=False)
    return outputs


@contextlib.contextmanager
def _recorded(layer, outputs):
    call = layer.call

    def recording(*args, **kwargs):
        answer = call(*args, **kwargs)
        if keras.ops.is_tensor(answer):
            outputs[layer.name] = ops.convert_to_numpy(answer)
        return answer

    # Keras looks at the signature of `call` to pass `training` and `mask` on.
    recording.__wrapped__ = call
    layer.call = recording
    try:
        yield
    finally:
        del layer.call


def weights(model):
    """{path: Float["…"]} of the trainable variables."""
    return {variable.path: ops.convert_to_numpy(variable) for variable in model.trainable_variables}
