"""MACHINERY. The rung `forward`: what the calls of the layers show by themselves, without disturbing anything."""

import math
from collections import Counter

import numpy as np
from keras import layers, ops, tree

from ..measure import layer_calls, reshapes
from ..measure.target_encoding import sums_to_one
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

LAST = (layers.Dense, layers.EinsumDense, layers.LayerNormalization, layers.MultiHeadAttention, layers.RNN)
REPEATED = ("method-differs", "capacity-too-small")
PASSIVE = (layers.Dropout, layers.BatchNormalization, layers.LayerNormalization, layers.Flatten, layers.Reshape)


@check("hidden-softmax", INDICATOR, causes="softmax-hidden-activation", refuted=True)
def hidden_softmax(m):
    """Whether no softmax stands between layers with weights: shares that sum to 1 leave little to tell samples by.

    Inside attention or as a gate its answer is not multiplied by weights again.
    """
    units = max(leaf.shape[-1] for leaf in tree.flatten(m.answer))
    for index, call in enumerate(m.calls):
        if not call.outputs or not (call.kernel or isinstance(call.layer, layers.Softmax | layers.Activation)):
            continue
        answer = ops.convert_to_numpy(call.outputs[0]).astype("float32")
        if not sums_to_one(answer):
            continue
        if reader := weighted_reader(m.calls[index + 1 :], call.outputs[0]):
            name, shares = call.layer.name, answer.shape[-1]
            because = f"{name} answers {shares} shares that sum to 1, and {reader} weighs them again"
            # As many shares as outputs or fewer may be a mixture or a first guess; more are an activation.
            judge = fails if shares > units else warns
            return judge(name, "no softmax between layers", {"softmax-hidden-activation": because})
    return passes("none")


def weighted_reader(later, tensor):
    """Name of the layer with weights that a tensor reaches through layers without."""
    reached = {id(tensor)}
    for call in later:
        if any(id(part) in reached for part in call.inputs):
            if isinstance(call.layer, layers.Dense) or "Conv" in type(call.layer).__name__:
                return call.layer.name
            if isinstance(call.layer, PASSIVE):
                reached |= {id(part) for part in call.outputs}
    return None


@check("maps-keep-size", INDICATOR, causes="feature-map-shrunk-away")
def maps_keep_size(m):
    """Whether no kernel is wider than the map it reads: most weights of such a kernel meet padding alone."""
    largest = 0
    for call in m.calls:
        size = getattr(call.layer, "kernel_size", None)
        if not size or "Transpose" in type(call.layer).__name__ or not call.inputs:
            continue
        shape, first = call.inputs[0].shape, getattr(call.layer, "data_format", "") == "channels_first"
        space = tuple(shape[2:] if first else shape[1:-1])
        largest = max(largest, math.prod(space))
        if math.prod(space) == 1 < math.prod(size) and largest > 8:
            because = f"{call.layer.name} has a kernel of {size} on a map of size {space}: only its middle meets values"
            return fails(f"{space}", "a map larger than 1", {"feature-map-shrunk-away": because})
    return passes("no kernel outgrows its map")


@check("batchnorm", CONTRACT, causes="batchnorm-wrong-axis batchnorm-on-one-sample")
def batchnorm(m):
    """Whether each BatchNormalization normalizes channels, over several samples: over one it answers a constant."""
    norms = [call for call in m.calls if isinstance(call.layer, layers.BatchNormalization)]
    if not norms:
        return skips("no BatchNormalization")
    makers = {id(out): call.layer for call in m.calls if call.kernel for out in call.outputs}
    biased = []
    for call in norms:
        name, axis, rank = call.layer.name, call.layer.axis, len(call.inputs[0].shape)
        maker = makers.get(id(call.inputs[0]))
        first = getattr(maker, "data_format", "") == "channels_first" or isinstance(maker, layers.MultiHeadAttention)
        if maker and rank > 2 and axis % rank != rank - 1 and not first:
            because = f"{name} normalizes along axis {axis}, {maker.name}'s channels are the last one"
            return fails(f"axis {axis}", "axis -1", {"batchnorm-wrong-axis": because})
        if rank == 2 and m.cfg.training.batch_size == 1 and call.layer.trainable:
            because = f"{name} normalizes batches of one sample, so that it answers a constant in training"
            return fails("batches of 1", "several samples", {"batchnorm-on-one-sample": because})
        biased += [maker.name] if getattr(maker, "use_bias", False) else []
    # Very common, and without harm: said, not warned of.
    note = f"the bias of {', '.join(biased[:3])} does nothing before a BatchNormalization" if biased else ""
    return passes(f"{len(norms)} layers", "over channels", note)


@check("dropout", INDICATOR, limits.DROPPED, "dropout-misused")
def dropout(m):
    """Whether dropout spares the outputs and leaves enough units: else little of the signal is left to learn from."""
    drops = [call for call in m.calls if isinstance(call.layer, layers.Dropout) and call.layer.rate > 0]
    if not drops:
        return skips("no Dropout")
    ends = {id(leaf) for leaf in tree.flatten(m.answer)}
    for call in drops:
        if any(id(out) in ends for out in call.outputs):
            because = f"{call.layer.name} is the last layer: in training it sets predictions to 0"
            judge = fails if any(head.loss for head in m.heads) else warns
            return judge(call.layer.name, "not on the output", {"dropout-misused": because})
    rate, name = max((call.layer.rate, call.layer.name) for call in drops)
    because = f"{name} drops {rate:.0%} of its units; some libraries state the share that is kept"
    return warns_unless(limits.DROPPED.holds(rate), rate, "at most 0.8", {"dropout-misused": because})


@check("one-data-format", INDICATOR, causes="axes-swapped")
def one_data_format(m):
    """Whether all layers take their channels from one side: a pooling that takes the first axis for them, after layers
    that leave them last, answers one number for each place, the largest of its channels."""
    formats = {}
    for call in m.calls:
        side = "channels_last" if isinstance(call.layer, LAST) else getattr(call.layer, "data_format", None)
        if side and call.inputs and len(call.inputs[0].shape) > 2 and not isinstance(call.layer, layers.Flatten):
            formats.setdefault(side, call.layer.name)
    if len(formats) < 2:
        return passes(next(iter(formats), "no layer asks"))
    said = " and ".join(f"{name} takes {side.replace('_', ' ')}" for side, name in formats.items())
    return warns("both", "one data format", {"axes-swapped": said})


@check("calls-differ", INDICATOR, causes="method-differs capacity-too-small")
def calls_differ(m):
    """Whether a layer that is called three times or more does not answer the same each time, and none is given one
    answer three times: a list of experts or heads that holds one many times has the weights of one."""
    answers = {}
    for call in m.calls:
        if not call.kernel and not isinstance(call.layer, layer_calls.ATTEND) and call.inputs:
            times = max(Counter(map(id, call.inputs)).values())
            if times > 2:
                because = f"{call.layer.name} is given one answer {times} times, in the place of {times} answers"
                return warns(call.layer.name, "another answer each time", dict.fromkeys(REPEATED, because))
    for call in m.calls:
        if call.kernel and call.outputs:
            answers.setdefault(call.layer.name, []).append(ops.convert_to_numpy(call.outputs[0]))
    for name, (first, *others) in answers.items():
        again = sum(np.array_equal(first, other) for other in others)
        if again > 1 and np.ptp(first) > 0:
            because = f"{name} answers the same {again + 1} times: it is one layer in the place of {again + 1}"
            return warns(name, "another answer", dict.fromkeys(REPEATED, because))
    return passes(f"{len(answers)} layers")


@check("reshapes-keep-axes", INDICATOR, causes="reshape-where-transpose-meant")
def reshapes_keep_axes(m):
    """Whether each reshape keeps axes together: where a transpose is meant, it cuts values out of their rows.

    Equal lengths may meet by chance, so this is a hint; `look` sees torn data, `samples-apart` torn batches.
    """
    return kept(reshapes.of_network(m.model, m.calls, m.inputs))


def kept(found):
    """The finding on [(where, shape before, shape after)] of reshapes."""
    for where, before, after in found:
        if reshapes.torn(before, after):
            because = f"{where} makes {after} of {before}: the same lengths in another order, cut out of their rows"
            return warns(f"{before} → {after}", "axes stay together", {"reshape-where-transpose-meant": because})
    return passes(f"{len(found)} reshapes")
