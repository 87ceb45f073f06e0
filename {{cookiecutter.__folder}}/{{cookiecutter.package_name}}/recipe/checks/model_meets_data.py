"""MACHINERY. Rung `look`: whether the network suits the data, which is sent through it."""

import itertools

import numpy as np
from keras import layers, ops, tree

from ..keras_side import backend, private
from ..measure import array_statistics, heads, layer_calls, loss_answers, perturb
from ..measure.target_encoding import HALF_PRECISION, sums_to_one
from ..prepare import nested, samples
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

FEW = 64  # samples that a loss is asked about
FEWEST_PADDED = 8  # sequences
PADDED = 0.3  # share of sequences that end in padding, from which on it matters
GATHER = (layers.RNN, layers.Bidirectional, layers.GlobalAveragePooling1D, *layer_calls.ATTEND)


@check("tokens", CONTRACT, limits.LAST_TOKEN, "floats-into-embedding token-outside-vocabulary")
def tokens(m):
    """Whether each Embedding gets whole numbers of its vocabulary: it cuts off fractions, and others read as NaN."""
    for layer, ids in m.embedded:
        if ids.dtype.kind == "f" and np.any(ids % 1):
            said = f"{layer.name} gets numbers such as {ids[ids % 1 != 0][0]:.3g}, and cuts off what follows the point"
            return fails("fractions", "integers", {"floats-into-embedding": said})
        low, high, last = int(ids.min()), int(ids.max()), layer.input_dim - 1
        said = f"{layer.name} knows 0 to {last}; the data hold {low} to {high}"
        holds = m.rung == "forward" or 0 <= low and high <= last  # made-up numbers may lie beyond
        found = fails_unless(holds, high, f"0 to {last}", {"token-outside-vocabulary": said})
        found.limit = last
        if found.status == "fail":
            return found
    return found if m.embedded else skips("no Embedding")


def entering(m):
    """[(layer, Float["b features"] that enters it)]: the first layer with weights, and each that reads an input as it
    is; but for those that normalize or look up integers."""
    found, first = [], True
    for call in m.calls:
        layer = call.layer
        whole = isinstance(layer, layers.RNN | layers.Bidirectional | layers.MultiHeadAttention)
        made_of_others = private.is_block(layer) and not whole
        if not layer.weights or not call.inputs or made_of_others or isinstance(layer, layers.Normalization):
            continue
        given = ops.convert_to_numpy(call.inputs[0])
        raw = any(np.array_equal(given[0], leaf[0]) for leaf in samples.leaves(m.train[0]))
        tokens = any(np.array_equal(given[0], part.train[0]) for part in m.inputs if part.declared.classes)
        own = not type(layer).__module__.startswith("keras.")  # which looks tokens up too
        looks_up = isinstance(layer, layers.Embedding) or own and tokens
        passive = looks_up or "Normalization" in type(layer).__name__
        if (first or raw) and not passive:
            found.append((layer, array_statistics.columns(given)))
        first = False
    return found


@check(
    "scaled",
    INDICATOR,
    limits.INPUT_SIZE,
    "inputs-scaled-twice inputs-not-scaled integer-inputs backbone-preprocessing-mismatch",
)
def scaled(m):
    """Whether inputs are of the size of 1 where they enter the first weights: large or tiny ones are learnt slowly.

    Measured after any Rescaling or normalization of the model's. Large inputs are only likely to be wrong: behind a
    first layer without bias a normalization makes up for them.
    """
    judged = entering(m)
    if not judged:
        return skips("the first layer normalizes, or looks up integers")
    sizes = [np.percentile(np.abs(table), 99, axis=0).max() for _, table in judged]
    size, layer = float(max(sizes)), judged[int(np.argmax(sizes))][0]
    if not limits.INPUT_SIZE.holds(size):
        said = f"99 % of a feature that enters {layer.name} reach {size:.4g}"
        causes = {"inputs-not-scaled": said}
        if any(part.train.dtype.kind in "iu" for part in m.inputs):
            causes["integer-inputs"] = said
        return warns(size, f"at most {limits.INPUT_SIZE.value:g}", causes)
    widest = [table.std(axis=0).max() for _, table in judged]
    small, (layer, table) = float(min(widest)), judged[int(np.argmin(widest))]
    if small == 0 or limits.TINY.holds(small):
        return passes(size, f"{limits.TINY.value:g} to {limits.INPUT_SIZE.value:g}, 99 % of each feature")
    pixels = table.max() <= 1.001 / 255 and np.abs(table * 255**2 - np.round(table * 255**2)).max() < 1e-2
    off = not limits.FAR_OFF.holds(np.abs(table.mean(axis=0)).min() / small) and table.shape[1] >= 4
    said = f"no feature that enters {layer.name} deviates by more than {small:.2g} from its mean"
    said += ": pixels divided by 255 twice" if pixels else ", which is far from 0" if off else ""
    causes = {"inputs-scaled-twice": said}
    if not layer.trainable:  # frozen weights were learnt elsewhere, on inputs that did vary
        causes = {"backbone-preprocessing-mismatch": f"{said}; its weights are frozen"} | causes
    judge = fails if pixels or off or not layer.trainable else warns
    return judge(f"deviation {small:.2g}", f"≥ {limits.TINY.value:g}", causes)


@check(
    "targets-reachable",
    CONTRACT,
    limits.OUT_OF_REACH,
    "bounded-output-unbounded-target relu-on-signed-target softmax-on-regression",
)
def targets_reachable(m):
    """Whether the outputs can be as large and as small as their targets, whatever the weights: a relu is never below 0.

    Certain under one of Keras' losses; of another it is asked only where that compares the two, as a margin between
    pairs does not.
    """
    known = [part.declared.kind == "values" for part in m.targets]
    reached = by_target(m, perturb.possible(m.model, m.few(16))) if any(known) else []
    if len(reached) != len(known) or not reached:
        return skips("no values to predict, or another output for them")
    extents = []
    for outputs, part in itertools.compress(zip(reached, m.targets, strict=True), known):
        known_loss = part.loss is not None and part.loss.name in heads.VALUES
        if outputs[0].size != part.train[0].size or not (known_loss or compares(m)):  # parameters of a density
            continue
        wrong = fails if known_loss else warns
        target = part.train.astype("float64")
        low, high = float(outputs.min()), float(outputs.max())
        bounded = heads.saturates(outputs, 0) or heads.saturates(outputs, -1)
        if bounded:  # the ends themselves are only neared
            low, high = round(low), 1.0
        nearest = np.clip(target, low, high if bounded else None)
        lost = float(np.mean((target - nearest) ** 2) / max(target.var(), 1e-12))
        share = np.mean(target != nearest)
        if bounded and not limits.OUT_OF_REACH.holds(lost):
            said = f"{share:.0%} of the targets lie outside of {low:.3g} … {high:.3g}, all the output can be"
            return wrong(lost, "0", {"bounded-output-unbounded-target": said})
        marks = not known_loss and len(np.unique(target[target < low])) == 1  # such as -1, for the loss to leave out
        if low >= 0 and target.min() < 0 and not marks and not limits.OUT_OF_REACH.holds(lost):
            said = f"{share:.0%} of the targets are lower than {low:.3g}, and no weights make an output below that"
            return wrong(lost, "0", {"relu-on-signed-target": said})
        if sums_to_one(outputs, -1, HALF_PRECISION) and not sums_to_one(target, -1, HALF_PRECISION):
            said = "the outputs of a sample sum to 1, its targets do not"
            return wrong("sum 1", "free values", {"softmax-on-regression": said})
        extents.append(f"{low:.3g} to {high:.3g}")
    if not extents:
        return skips("the loss does not compare the outputs with the targets")
    return passes(", ".join(extents), "holds the targets")


def by_target(m, reached):
    """What the outputs reach, in the order of the declared targets: Keras sorts outputs by their names."""
    answer = m.model(backend.tensors(samples.take(m.train[0], slice(0, 1))), training=False)
    outputs = nested.paired(tree.pack_sequence_as(answer, list(range(len(reached)))), m.program.targets)
    return [reached[number] for _, number, _ in outputs] or reached


def compares(m):
    """Whether the loss of values is least where predictions are the targets."""
    few = samples.take(m.train, slice(0, FEW))
    y_pred = tree.map_structure(backend.fresh, m.model(backend.tensors(few[0]), training=False))
    asked = loss_answers.Contract(m.model, m.program.targets, few, y_pred)
    if set(asked.styles) != {"values"}:
        return False
    right, *wrong = (asked.ask(asked.made(0, side)) for side in (0, 1, -1))
    return right < min(wrong)


@check("next-step-hidden", CONTRACT, limits.LATER_STEPS, "target-leaks-into-features sequence-sees-future")
def next_step_hidden(m):
    """Whether a network that is to tell the next step is kept from seeing it: else it learns to copy."""
    few = m.few(7)
    for target, given in [(target, given) for target in m.targets for given in m.inputs]:
        ahead = array_statistics.steps_ahead(given.train, target.train)
        if ahead not in (0, 1):
            continue
        length = given.train.shape[1]
        leaves = [leaf for leaf in tree.flatten(few) if leaf.shape[1:2] == (length,)]
        moved = perturb.future_moves(m.model, few, length)
        # The whole of another input, an encoder's, may be seen.
        own = [share for leaf, share in zip(leaves, moved, strict=True) if np.array_equal(leaf, given.train[:7])]
        share = max(own or moved, default=0.0)
        blind = limits.LATER_STEPS.holds(share)
        causal = blind or perturb.causal_claims(m.cfg, m.calls)  # else it may be an autoencoder
        copied = ahead == 0 and target.declared.kind == "classes" and causal
        if copied and last_step_seen(m.model, few, given.train.shape[1:]):
            said = "each target is the input of its own step, which the model sees, and no later one"
            causes = dict.fromkeys(("target-leaks-into-features", "sequence-sees-future"), said)
            return fails("targets equal inputs", "the next step", causes)
        if ahead == 1:
            said = f"each target is the next input, and disturbing it moves the prediction by {share:.2g} of its size"
            return fails_unless(blind, share, "< 1e-4 of the output", {"sequence-sees-future": said})
    return skips("targets are not the inputs of the next step")


def last_step_seen(model, inputs, shape):
    """Whether predictions of the last step move with its input: not, where the model itself shifts by one step."""
    last = np.s_[:, -1:]
    others = tree.map_structure(lambda x: perturb.disturbed(x, last) if x.shape[1:] == shape else x, inputs)
    pairs = zip(perturb.predict(model, inputs), perturb.predict(model, others), strict=True)
    return any(not np.array_equal(a[:, -1], b[:, -1]) for a, b in pairs if a.shape[1:2] == shape[:1])


@check("padding", INDICATOR, limits.PADDING, "padding-not-masked")
def padding(m):
    """Whether padding moves no prediction for a real step or a whole sequence: a recurrent layer that reads it forgets
    what came before, and attention looks at it as at words.

    Only likely: a network may live with padding, and a convolution has no mask.
    """
    sentences = len(m.inputs) == 1 and m.inputs[0].train.dtype.kind in "iu" and m.inputs[0].train.ndim == 2
    padded = array_statistics.padded(m.inputs[0].train) if sentences else None
    share = 0.0 if padded is None else float(np.mean(padded[:, -1]))
    if share < PADDED or len(m.embedded) != 1:
        return skips("no integer sequences that end in padding")
    few, ends = slice(0, 32), m.inputs[0].train[padded]
    moved = perturb.embedding_moves(
        m.model, samples.take(m.train[0], few), m.embedded[0][0], ends[0], of_steps=~padded[few]
    )
    gathered = any(isinstance(call.layer, GATHER) for call in m.calls)
    said = f"{share:.0%} of the samples end in padding, whose embedding moves predictions by {moved:.2g} of their size"
    holds = limits.PADDING.holds(moved) or not gathered
    return warns_unless(holds, moved, "0 where steps are gathered", {"padding-not-masked": said})


@check("steps-read", CONTRACT, limits.UNMOVED, "wrong-mask padding-not-masked")
def steps_read(m):
    """Whether the steps of sequences that are filled up move their predictions: behind a mask that is the wrong way
    round only the padding is read."""
    series = [part.train for part in m.inputs if part.train.ndim == 3 and part.train.dtype.kind == "f"]
    x = series[0] if len(series) == 1 else np.zeros(0)
    padded = array_statistics.padded(x)
    rows = [] if padded is None else np.flatnonzero(padded.any(axis=1) & ~padded.all(axis=1))[:FEW]
    if len(rows) < FEWEST_PADDED:
        return skips("no sequences of values that are filled up to one length")
    few, noise = samples.take(m.train[0], rows), np.random.default_rng(0).normal(size=x[rows].shape)
    others = np.where(padded[rows][..., None], x[rows], x[rows] * (1 + noise / 2)).astype(x.dtype)
    changed = tree.map_structure(lambda leaf: others if np.array_equal(leaf, x[rows]) else leaf, few)
    pairs = zip(perturb.predict(m.model, few), perturb.predict(m.model, changed), strict=True)
    moved = np.any([(a != b).reshape(len(rows), -1).any(axis=1) for a, b in pairs], axis=0)
    share = 1 - float(moved.mean())
    said = f"of {len(rows)} sequences that are filled up {share:.0%} keep their prediction when all their steps change"
    causes = dict.fromkeys(("wrong-mask", "padding-not-masked"), said)
    return fails_unless(limits.UNMOVED.holds(share), share, "0", causes)
