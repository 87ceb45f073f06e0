"""MACHINERY. The pictures of one training: what is measured for them, and which are drawn.

They are made once, at the end, and handed to every tracker and to the page. Keys are `group/name`.
"""

import numpy as np
from keras import tree

from ..keep.unfailing import unharmed
from ..keras_side import backend
from ..measure import layer_calls, predictions
from ..measure.predictions import MOST_NUMBERS, text
from ..prepare import samples
from ..prepare.nested import paired
from . import curves, layers, outputs, shown_values
from . import data as data_figures
from .samples import points, rows, scalars
from .sheet import SPLITS, styled

SAMPLES_SHOWN = 8
MOST_SAMPLES = 1000  # of each split, of which shares and ranges are drawn


def of_data(train, validation, declared_inputs, declared_targets):
    """Pictures of the data alone.

    Args:
        train: (inputs, targets) of some training samples, as the network gets them.
        validation: the same of the validation split.
        declared_inputs, declared_targets: as declared in conf/data, nested as they are.

    Returns:
        {key: Picture}; those of data that is not nested as declared are left out.
    """
    inputs, targets = map(by_name, train, validation, (declared_inputs, declared_targets))
    pictures = {}
    if inputs:
        number = min(SAMPLES_SHOWN, len(inputs[0][2]))
        parts = [(name, array[:number]) for name, _, array, _ in inputs]
        parts += [
            (name or "target", array[:number])
            for name, kind, array, _ in targets
            if array[0].size > MOST_NUMBERS and kind != "classes"
        ]
        titles = [", ".join(text(array[i]) for _, _, array, _ in targets) for i in range(number)]
        caption = "The first samples as the network gets them, with their targets."
        if is_plane(inputs, targets):
            pictures["look/samples"] = of_points(*inputs, *targets)
        else:
            pictures["look/samples"] = rows(parts, titles, caption, ", ".join(titles))
        pictures["look/ranges"] = data_figures.ranges([(name, *both) for name, _, *both in inputs])
    if targets:
        pictures["look/targets"] = data_figures.targets(targets)
    return pictures


def is_plane(inputs, targets):
    """Whether a sample is a point in a plane: one number goes in, one comes out; both as by_name returns them."""
    if [kind for _, kind, _, _ in targets] != ["values"] or len(inputs) != 1:
        return False
    return scalars(inputs[0][2], targets[0][2])


def of_points(inputs, targets):
    """The Picture of such samples: the only entry of each."""
    (name, _, *x), (target, _, *y) = inputs, targets
    splits = dict(zip(SPLITS, zip(x, y, strict=True), strict=True))
    return points(splits, (name, target), "The samples as the network gets them: the target over the input.")


def by_name(train, validation, declared):
    """[(name, kind, training array, validation array)] of the inputs, or of the targets."""
    pairs = zip(paired(train, declared), paired(validation, declared), strict=True)
    return [
        (name, like.kind, array, held)
        for (name, array, like), (_, held, _) in pairs
        if array is not None and held is not None
    ]


def of_network(model, inputs):
    """Pictures of what one sample sets off in a network.

    Args:
        model: built.
        inputs: a batch; its first sample is taken.
    """
    one = samples.take(inputs, slice(0, 1))
    pictures = {}
    answers = {layer: array[0] for layer, array in layer_calls.activations(model, one).items() if array.ndim > 1}
    if answers:
        pictures["forward/responses"] = layers.responses(answers)
    slopes = tree.pack_sequence_as(one, backend.slopes(model, one)[0])
    parts = [(name, leaf[0], slope[0]) for name, leaf, slope in paired(one, slopes) if slope is not None]
    if parts:
        pictures["forward/gradient_map"] = layers.gradient_map(parts)
    kernels = [(path, array) for path, array in layer_calls.weights(model).items() if array.ndim > 1]
    if kernels:
        pictures["forward/first_weights"] = layers.first_weights(*kernels[0], samples.leaves(one)[0].shape[1:])
    return pictures


def of_layers(readings):
    """Pictures of what the layers did during a training."""
    if not readings:
        return {}
    steps, ratios, dead = ([getattr(reading, name) for reading in readings] for name in ("step", "updates", "dead"))
    pictures = {
        f"layers/{kind}": layers.fans(kind, steps, [getattr(reading, kind) for reading in readings])
        for kind in ("activations", "gradients", "weights")
    }
    pictures["layers/updates"] = layers.updates(steps, ratios, dead)
    return pictures


def of_outputs(model, split, declared, readings, fixed):
    """Pictures of what the network answers.

    Args:
        model: trained.
        split: the validation split.
        declared: its targets as declared.
        readings: [probe.Reading] of the training.
        fixed: the batch that they were taken on.
    """
    pictures = {}
    heads, number = predictions.heads(model, split, declared)
    inputs = [(name, np.asarray(leaf)) for name, leaf, _ in paired(samples.take(split[0], slice(0, number)), split[0])]
    moments = [predictions.as_heads(reading.answers, fixed[1], declared) for reading in readings]
    for i, head in enumerate(heads):
        own = f"outputs/{head.name}_" if head.name else "outputs/"
        pictures[f"{own}judged"] = outputs.judged(head)
        pictures[f"{own}worst"] = outputs.errors(head, inputs)
        pictures[f"{own}surest_errors"] = outputs.confident(head, inputs)
        if moments:
            steps, answers = [reading.step for reading in readings], [moment[i].answers for moment in moments]
            pictures[f"{own}fixed_batch"] = outputs.history(moments[-1][i], steps, answers)
    return pictures


def of_shown():
    """Pictures of the arrays that `show` was given; of several images the first ones."""
    pictures = {}
    for name, array in shown_values.arrays().items():
        few = array[:SAMPLES_SHOWN] if array.ndim > 3 else array[None]
        alt = f"{array.shape}, from {np.nanmin(array):.3g} to {np.nanmax(array):.3g}"
        pictures[f"shown/{name}"] = rows([(name, few)], [name] + [""] * (len(few) - 1), name, alt)
    return pictures


@styled
def of_training(model, data, declared_inputs, declared_targets, rows, lines, probe):
    """All pictures of one training.

    Args:
        model: trained.
        data: a samples.Data.
        declared_inputs, declared_targets: as declared in conf/data.
        rows: of history.csv.
        lines: {what it is: a loss}, to draw across the loss.
        probe: the probe.Probe of the training.
    """
    pictures, splits = {}, (data.train, data.validation)
    for draw in (
        lambda: of_data(*(samples.some(s, MOST_SAMPLES) for s in splits), declared_inputs, declared_targets),
        lambda: of_network(model, probe.fixed[0]),
        lambda: {"loss/curves": curves.loss(rows, lines), "loss/metrics": curves.metrics(rows)},
        lambda: of_outputs(model, data.validation, declared_targets, probe.readings, probe.fixed),
        lambda: of_layers(probe.readings),
        of_shown,
    ):
        with unharmed("a part of the pictures"):  # one that cannot be drawn costs neither the training nor the others
            pictures |= draw()
    return {key: picture for key, picture in pictures.items() if picture is not None}
