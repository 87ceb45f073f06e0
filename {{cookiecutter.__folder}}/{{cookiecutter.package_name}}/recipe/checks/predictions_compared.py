"""MACHINERY. Rung `forward`: what the network answers, beside what it answers to the same or to other inputs."""

import functools
import math

import numpy as np
from keras import layers, ops, tree

from ..keras_side import backend, private
from ..measure import constant, heads, layer_calls, perturb, training_steps
from ..measure.target_encoding import sums_to_one
from ..prepare import nested
from ..run.program import parameters
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

COLUMNS = 100  # of a table, at most: more values in a row are a signal
NOISY = (layers.GaussianNoise, layers.GaussianDropout, layers.AlphaDropout)


def comparing(check):
    """A check that compares predictions: skipped where they cannot be compared."""

    @functools.wraps(check)
    def guarded(m):
        return skips(m.incomparable) if m.incomparable else check(m)

    return guarded


@check("repeatable", CONTRACT, limits.REPEATED, "dropout-misused validation-augmented")
def repeatable(m):
    """Whether two predictions of one batch agree: if not, dropout or augmentation may be on in inference mode too.

    A model may also draw on purpose.
    """
    again, answer = layer_calls.calls(m.model, m.inputs)
    apart = perturb.gap(*(training_steps.arrays(tree.flatten(each)) for each in (m.answer, answer)))
    if limits.REPEATED.holds(apart):
        return passes(0, "two predictions of one batch agree")
    weighted = False
    for one, two in zip(m.calls, again, strict=False):
        weighted |= one.kernel
        if not same(one.inputs, two.inputs) or same(one.outputs, two.outputs):
            continue
        because = f"two predictions of one batch differ by {apart:.2g}: {one.layer.name}"
        if drops(one):
            # Dropout that stays on can be meant, to see how sure a prediction is, and looks just like one left on.
            return warns(apart, "0", {"dropout-misused": f"{because} drops in inference too"})
        if not weighted and augments(one):
            return fails(apart, "0", {"validation-augmented": f"{because} augments in inference too"})
    return passes(apart, "0, or a model that samples", "the model draws")


def same(some, others):
    return all(map(np.array_equal, training_steps.arrays(some), training_steps.arrays(others)))


def drops(call):
    """Whether a call answers its input with some values set to 0 and the others enlarged, or with noise."""
    if isinstance(call.layer, NOISY):
        return True
    if not call.inputs or call.inputs[0].shape != call.outputs[0].shape:
        return False
    before, after = (ops.convert_to_numpy(part[0]).astype("float32") for part in (call.inputs, call.outputs))
    factors = after[before != 0] / before[before != 0]
    kept = factors[factors != 0]
    return bool(kept.size and kept.size < factors.size and kept.min() > 1.001 and np.ptp(kept) < 1e-3 * kept.max())


def augments(call):
    """Whether a call moves the values of its input about, as flips and shifts do, or is of a random layer whose answer
    has the form of what it gets; random features have another one."""
    if not call.inputs:
        return False
    if type(call.layer).__name__.startswith("Random") and call.inputs[0].shape == call.outputs[0].shape:
        return True
    before, after = (ops.convert_to_numpy(part[0]) for part in (call.inputs, call.outputs))
    return before.shape == after.shape and before.dtype.kind == "f" and bool(np.isin(after, before).all())


@check("noise-fresh", CONTRACT, causes="noise-repeated seed-not-fixed")
def noise_fresh(m):
    """Whether what the network draws is drawn anew at each call: a plain number as seed draws the same each time, which
    can be learnt by heart. A keras.random.SeedGenerator goes on."""
    heard = []
    with private.numbers_as_seeds(heard.append), backend.unchanged(m.model):
        m.model(backend.tensors(m.inputs), training=True)
    because = f"keras.random.{heard[0] if heard else ''} gets a plain number as seed"
    ids = ("noise-repeated", "seed-not-fixed")
    return fails_unless(not heard, f"{len(heard)} draws repeat", "none", dict.fromkeys(ids, because))


@check("samples-apart", CONTRACT, limits.OTHER_SAMPLE, "samples-mixed-across-batch softmax-over-wrong-axis")
@comparing
def samples_apart(m):
    """Whether a sample's prediction stays exactly as it is when others change: a reshape or a mean may mix them."""
    few = perturb.predict(m.model, tree.map_structure(lambda leaf: leaf[:5], m.inputs))
    if [part.shape[1:] for part in few] != [tuple(part.shape[1:]) for part in tree.flatten(m.answer)]:
        return skips("the output has the batch as a second axis: samples are compared on purpose")
    moved = perturb.rows_moved(m.model, m.inputs)
    because = f"disturbing one sample moves the prediction of another by {moved:.2g}, in inference mode"
    ids = ("samples-mixed-across-batch", "softmax-over-wrong-axis")
    if not limits.OTHER_SAMPLE.holds(moved):
        return fails(moved, "exactly 0", dict.fromkeys(ids, because))
    placed = perturb.place_moves(m.model, m.inputs)
    because = f"the same samples in another order get predictions that differ by {placed:.2g} of their size"
    if not limits.OTHER_PLACE.holds(placed):
        return fails(placed, "exactly 0", {ids[0]: because}, limit=limits.OTHER_PLACE.value)
    return passes(moved, "exactly 0")


@check("sees-no-future", CONTRACT, limits.LATER_STEPS, "sequence-sees-future")
@comparing
def sees_no_future(m):
    """Whether no answer moves when later steps change: a causal model that sees them copies what it is to predict."""
    claims = perturb.causal_claims(m.cfg, m.calls)
    if m.steps is None:
        return skips("targets are not one for each time step of the input")
    if not claims:
        return skips("nothing claims to be causal: say `causal: true` in conf/model to have it checked")
    # Of the input which shows it least: an encoder's whole input may be seen.
    share = min(perturb.future_moves(m.model, m.inputs, m.steps), default=0.0)
    because = (
        f"disturbing later steps moves earlier outputs by {share:.2g} of their size, "
        f"though the model claims to look back only ({claims[0]})"
    )
    holds = limits.LATER_STEPS.holds(share)
    return fails_unless(holds, share, "< 1e-4 of the output", {"sequence-sees-future": because})


@check("not-affine", CONTRACT, limits.BEND, "no-nonlinearity")
@comparing
def not_affine(m):
    """Whether several weight layers do more than one: without a non-linearity between them they are one linear map.

    Of such a map the logits of (a + b) / 2 are the mean of the logits of a and of b.
    """
    if not any(map(perturb.floats, tree.flatten(m.inputs))):
        return skips("integers go in: there is nothing between two of them")

    def moved(leaf):
        return rng.normal(size=leaf.shape).astype(leaf.dtype) if perturb.floats(leaf) else leaf

    rng = np.random.default_rng(2)
    other = tree.map_structure(moved, m.inputs)
    middle = tree.map_structure(lambda a, b: (a + b) / 2 if perturb.floats(a) else a, other, m.inputs)
    answers = []
    for gain in (1.0, 2.0):
        with perturb.stirred(m.model, seed=0, gain=gain):
            answers.append([linked(perturb.predict(m.model, part)) for part in (other, m.inputs, middle)])
    (a, b, between), (twice_a, twice_b, _) = answers
    bend = float(np.abs(between - (a + b) / 2).max() / max(np.abs(a - b).max(), 1e-12))
    expected = f"> {limits.BEND.value:g}"
    if limits.BEND.holds(bend) or not math.isfinite(bend):
        return passes(bend, expected)
    # Kernels times 2 make the slope of an affine network 2 ** depth times as steep.
    depth = math.log2(max(np.abs(twice_a - twice_b).mean(), 1e-12) / max(np.abs(a - b).mean(), 1e-12))
    if depth < 1.5:
        return passes("affine, in one weight layer", "a linear model, on purpose")
    widths = [math.prod(call.outputs[0].shape[1:]) for call in m.calls if call.kernel and call.outputs][:-1]
    ends = [sum(math.prod(leaf.shape[1:]) for leaf in tree.flatten(side)) for side in (m.inputs, m.answer)]
    values = {target.kind for target in tree.flatten(m.program.targets)} == {"values"}
    if values and parameters(m.model) < math.prod(ends):  # such as a forecast by shared weights
        return passes("affine, by fewer weights than such a map has", "a linear model of a special form, on purpose")
    if min(widths, default=math.inf) < min(ends):  # principal components, a product of two small matrices
        return passes(f"affine, through {min(widths)} units", "a bottleneck, on purpose")
    because = f"{depth:.0f} weight layers in a row answer like one: f of a mean is the mean of f, to {bend:.0e}"
    return fails(bend, expected, {"no-nonlinearity": because})


def linked(predictions):
    """Predictions as one array of logits: what a last softmax or sigmoid bends is taken back."""
    parts = []
    for part in predictions:
        part = part.astype("float64")
        if sums_to_one(part) and part.min() > 0:
            part = np.log(part) - np.log(part).mean(axis=-1, keepdims=True)
        elif part.size and 0 < part.min() and part.max() < 1:
            part = np.log(part / (1 - part))
        parts.append(part.reshape(len(part), -1))
    return np.concatenate(parts, axis=1)


@check("inputs-read", INDICATOR, causes="method-differs gradient-blocked")
@comparing
def inputs_read(m):
    """Whether each of several inputs moves a prediction: one that is joined and then passed by tells nothing."""
    if len(m.read) < 2 or heads.own_step(m.model) or adds(m) or not constant.asks_only_predictions(m.model):
        return skips("one input, or a loss of its own or of a layer, which may read what no prediction does")
    names = {id(leaf): name for name, leaf, _ in nested.paired(m.inputs, m.inputs)}
    pairs = zip(tree.flatten(m.inputs), m.read, strict=True)
    unread = [names[id(leaf)] for leaf, part in pairs if part is not None and not part.any()]
    if not unread or len(unread) == len(names):
        return passes("each")
    said = f"no prediction depends on {', '.join(unread)}, whatever the weights"
    return warns(", ".join(unread), "each moves one", dict.fromkeys(("method-differs", "gradient-blocked"), said))


def adds(m):
    """Whether a layer adds to the loss, beside penalties on weights."""
    with backend.unchanged(m.model):
        m.model(backend.tensors(m.inputs), training=True)  # some add nothing in inference
    return len(m.model.losses) > sum(variable.regularizer is not None for variable in m.model.trainable_variables)


@check("reads-whole-input", INDICATOR, limits.UNREAD, "gradient-blocked feature-map-shrunk-away wrong-timestep-pooled")
@comparing
def reads_whole_input(m):
    """Whether the whole input moves predictions, but for a border that strides leave: what is not read is lost."""
    maps = m.read
    blind = not any(part is None or part.any() for part in maps)
    if heads.own_step(m.model) or not constant.asks_only_predictions(m.model):  # which may read the state that follows
        if blind:
            return skips("no prediction reads what goes in, and a loss of its own may")
        maps = [part for part in maps if part is None or part.any()]
    maps = [part for part in maps if part is not None and part.size > 1]
    if not maps:
        return skips("too many integers to disturb one by one")
    read = min(maps, key=np.mean)
    unread = float(1 - read.mean())
    if blind:
        because = "no prediction depends on anything that goes in, whatever the weights"
        return fails(unread, "every input moves one", {"gradient-blocked": because})
    leaves = tree.flatten(m.inputs)
    tabular = all(leaf.ndim == 2 and leaf.shape[1] <= COLUMNS and perturb.floats(leaf) for leaf in leaves)
    late = len(read) - 1 - np.flatnonzero(read.reshape(len(read), -1).any(axis=1)).max(initial=-1)
    if m.steps is None and read.ndim <= 2 and not tabular and late >= limits.UNREAD.value * len(read):
        because = f"the last {late} of {len(read)} time steps change no prediction: the output is taken too early"
        return fails(unread, "the last steps move one too", {"wrong-timestep-pooled": because})
    because = f"{unread:.0%} of the input's values change no prediction"
    causes = dict.fromkeys(("gradient-blocked", "feature-map-shrunk-away"), because)
    # Each column of a table has a meaning of its own.
    enough = unread == 0 or unread < limits.UNREAD.value and not tabular
    found = warns_unless(enough, unread, "0" if tabular else f"< {limits.UNREAD.value:g}", causes)
    found.limit = 0.0 if tabular else None
    return found
