"""MACHINERY. How far predictions lie from where a symmetry has them, such as that the order of the inputs is no matter.

Asked of weights drawn anew: a symmetry is of the network, whatever it has learnt.
"""

import math

import numpy as np
from hydra.utils import instantiate
from keras import tree

from ..keep.crashes import one_line
from ..prepare import nested
from . import perturb

SEEDS = 2  # draws of the weights, each with an order of its own
NOISE = 3.0  # size of what is added to inputs


def departs(model, inputs, claim):
    """The furthest that a prediction lies from where a claim has it, relative to the predictions' size.

    Args:
        inputs: a nest of arrays.
        claim: a kinds.Invariant, Equivariant or Causal.

    Returns:
        0 where it holds, but for rounding; None where these inputs have nothing of what it changes.

    Raises:
        ValueError: it names an input, an output or an axis that is not there.
    """
    pairs = earlier if claim.kind == "causal" else replaced if "replace" in claim.value else moved
    found = []
    try:
        for seed in range(SEEDS):
            with perturb.stirred(model, seed):
                for answer, wanted in pairs(lambda nest: perturb.predictions(model, nest), inputs, claim, seed):
                    found.append(perturb.relative(answer, wanted, np.abs(wanted).max()))
    except ValueError as error:
        raise ValueError(f"paper.claims.{claim.name}: {one_line(error)}") from error
    return max(found, default=None)


def moved(predict, inputs, claim, seed):
    """Pairs (an answer, where the claim has it) for inputs that are moved along axes, or by a function of one's own."""
    (change, places), *_ = claim.value.items()
    before = predict(inputs)
    if change == "_target_":
        after = predict(instantiate(claim.value, _partial_=True, _convert_="all")(inputs))
    else:
        after = predict(along(change, inputs, places, seed))
    if claim.kind == "equivariant":
        before = along(change, before, claim.output, seed)
        if isinstance(claim.output, dict):
            after, before = ([named(nest, name) for name in claim.output] for nest in (after, before))
    return zip(tree.flatten(after), tree.flatten(before), strict=True)


def replaced(predict, inputs, claim, seed):
    """The same for an input that gets other values wherever another one is a number, such as a mask 0. Answers to these
    very places are not asked for."""
    ((marks, number),) = claim.value["at"].items()
    values, there = named(inputs, claim.value["replace"]), named(inputs, marks) == number
    if there.shape != values.shape[: there.ndim]:
        raise ValueError(f"{marks} {there.shape[1:]} does not say which values of {values.shape[1:]} to replace")
    if there.any():
        after = predict(put(inputs, values, perturb.disturbed(values, there, NOISE)))
        for found, wanted in zip(tree.flatten(after), tree.flatten(predict(inputs)), strict=True):
            if found.shape[: there.ndim] == there.shape:
                found[there] = wanted[there]
            yield found, wanted


def earlier(predict, inputs, claim, seed):
    """The same for inputs that are disturbed from a place on, in the order of some axes: answers before it stay."""
    axes, before = claim.axes, tree.flatten(predict(inputs))
    for values in [named(inputs, claim.input)] if claim.input else tree.flatten(inputs):
        first = in_front(values, axes)
        place = np.arange(math.prod(sizes(first, axes))).reshape(sizes(first, axes))
        asked = [part.ndim > 1 + max(axes) and sizes(in_front(part, axes), axes) == place.shape for part in before]
        if not any(asked):
            raise ValueError(f"no answer has the places {place.shape} along the axes {axes}")
        for step in sorted({0, 1, place.size // 2, place.size - 1}):
            others = perturb.disturbed(first, np.s_[:, place >= step], NOISE)
            after = tree.flatten(predict(put(inputs, values, in_front(others, axes, back=True))))
            kept = place < step if claim.value == "until" else place <= step
            for found, wanted, is_asked in zip(after, before, asked, strict=True):
                if is_asked:
                    found, wanted = in_front(found, axes), in_front(wanted, axes)
                    found[:, ~kept] = wanted[:, ~kept]
                    yield found, wanted


def along(change, nest, places, seed):
    """The nest with its arrays, or those that are named, moved along axes."""
    by_name = places if isinstance(places, dict) else dict.fromkeys(names(nest), places)
    for name, axes in by_name.items():
        leaf = named(nest, name)
        nest = put(nest, leaf, MOVES[change](leaf, behind_batch(leaf, axes), seed))
    return nest


def permuted(leaf, axes, seed):
    for axis in axes:
        size = leaf.shape[axis]
        order = np.random.default_rng((seed, size)).permutation(size)  # the same of each array that has such an axis
        leaf = np.take(leaf, order if (order != np.arange(size)).any() else order[::-1], axis)
    return leaf


def turned(leaf, axes, seed):
    if len(axes) != 2 or leaf.shape[axes[0]] != leaf.shape[axes[1]]:
        raise ValueError("turn: expected two axes of one size")
    return np.rot90(leaf, axes=axes).copy()


MOVES = {
    "permute": permuted,
    "mirror": lambda leaf, axes, seed: np.flip(leaf, axes).copy(),
    "roll": lambda leaf, axes, seed: np.roll(leaf, 1, axes),
    "turn": turned,
}


def behind_batch(leaf, axes):
    if max(axes) + 1 >= leaf.ndim:
        raise ValueError(f"there is no axis {max(axes)} in the shape {leaf.shape[1:]}")
    return tuple(axis + 1 for axis in axes)


def in_front(leaf, axes, back=False):
    """The array with some axes right behind the batch, or put back from there."""
    places = behind_batch(leaf, axes), tuple(range(1, 1 + len(axes)))
    return np.moveaxis(leaf, *(places[::-1] if back else places))


def sizes(leaf, axes):
    return leaf.shape[1 : 1 + len(axes)]


def names(nest):
    return [name for name, _, _ in nested.paired(nest, nest)]


def named(nest, name):
    """One array of a nest."""
    found = [leaf for own, leaf, _ in nested.paired(nest, nest) if own == name]
    if not found:
        raise ValueError(f"there is no {name}; there are {', '.join(names(nest)) or 'none with a name'}")
    return found[0]


def put(nest, leaf, other):
    """The nest with another array in the place of one."""
    return tree.map_structure(lambda own: other if own is leaf else own, nest)
