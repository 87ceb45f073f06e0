"""MACHINERY. Where a metric stands: of a network's answers, of answers that know no input, of right ones."""

from dataclasses import dataclass

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import backend
from ..paper.best import better
from ..prepare import samples
from .constant import asks_only_predictions
from .loss_answers import SURE, Contract
from .target_encoding import perfect_of


@dataclass(frozen=True)
class Standing:
    """One metric on some samples.

    Args:
        name: the metric's.
        own: of the network's answers.
        ignorant: of answers that know no input: its own, each dealt to another sample, where there are classes; else
            the best constant one.
        behind: how far `own` is worse than `ignorant`, to the way from there to right answers, or to `ignorant` itself.
    """

    name: str
    own: float
    ignorant: float
    behind: float


def standings(model, declared, held, constant, loss):
    """[Standing] of the metrics that Keras computes from targets and answers, and of which it is known what is better.

    Empty too where the answers that know no input have the lower loss.

    Args:
        model: compiled and trained.
        declared: the nested.Declared targets, or a nest of them.
        held: (inputs, targets).
        constant: the best constant answer, one array an output; None without one.
        loss: the node of conf/loss.
    """
    if constant is None or not asks_only_predictions(model) or type(model).test_step is not keras.Model.test_step:
        return []
    number, like = samples.count(held), model(backend.tensors(held[0]), training=False)
    own = [ops.convert_to_numpy(leaf) for leaf in tree.flatten(like)]
    values = {part.kind for part in tree.flatten(declared)} == {"values"}
    if values:
        ignorant = [np.broadcast_to(array, (number, *array.shape)) for array in constant]
    else:
        ignorant = [np.roll(leaf, number // 2, axis=0) for leaf in own]
    contract = Contract(model, declared, held, like, perfect_of(loss))
    if contract.ask(own) >= contract.ask(ignorant):
        return []
    figures = [scored(model, held[1], like, answers) for answers in (own, ignorant)]
    sure = 0 if not contract.unknown and (all(contract.probabilities) or contract.expects == "probabilities") else SURE
    right = [] if contract.unknown else contract.made(sure)
    known = bool(right) and contract.ask(right) < contract.ask(own)
    best = scored(model, held[1], like, right) if known else {}
    # A metric that too much or too little satisfies as well, such as how much of a demand is served, asks for another
    # thing than the loss does.
    beside = [[y + side * y.std() for y in right] for side in (1, -1)] if known and values else []
    beside = [scored(model, held[1], like, answers) for answers in beside]
    best = {name: figure for name, figure in best.items() if all(one[name] != figure for one in beside)}
    found = []
    for name, figure in figures[0].items():
        base = figures[1][name]
        way = best[name] - base if name in best else 0 if known else better(name) * abs(base)
        if way and np.isfinite([figure, base, way]).all():
            found.append(Standing(name, figure, base, float((base - figure) / way)))
    return found


def scored(model, targets, like, answers):
    """{metric: figure} of answers, one array an output, without losses."""
    model.reset_metrics()
    y_pred = tree.pack_sequence_as(like, [ops.convert_to_tensor(leaf.astype("float32")) for leaf in answers])
    figures = model.compute_metrics(None, backend.tensors(targets), y_pred)
    model.reset_metrics()
    return {name: float(figure) for name, figure in figures.items() if "loss" not in name}
