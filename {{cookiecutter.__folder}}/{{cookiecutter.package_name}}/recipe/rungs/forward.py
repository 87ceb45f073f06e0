"""MACHINERY. Is this the network the paper means? Asked of batches made up from the declared shapes: no data."""

import contextlib
import functools
import math

import numpy as np
from keras import layers, ops, tree

from .. import backend, batches, probe
from ..program import RANDOM_SAMPLES
from ..verdicts import fails, fails_unless, passes, skips, warns, warns_unless
from . import Measuring, built, claimed, heads, moving, reach

AFFINE = 1e-4  # bend of a network relative to its output: affine ones reach 1e-6, one relu 1e-2
UNREAD = 0.5  # share of an input that nothing reads; strides and pooling leave a border of at most 0.2
NOISY = (layers.GaussianNoise, layers.GaussianDropout, layers.AlphaDropout)


class Measured(Measuring):
    """What several checks look at, each measured when first asked for."""

    def new(self):
        """The network as train.py compiles it; a schedule gets a number of steps as good as any, without the data."""
        steps = self.cfg.training.max_steps or 100 * self.cfg.training.epochs
        return self.program.compiled(plan=batches.Plan(None, None, None, 1, steps, 1))

    @functools.cached_property
    def model(self):
        return self.new()

    @functools.cached_property
    def fixed(self):
        """The number of samples that the model insists on; None if it takes any."""
        with contextlib.suppress(AttributeError, IndexError, TypeError, ValueError):  # a subclassed one does not say
            return tree.flatten(self.model.inputs)[0].shape[0]

    @functools.cached_property
    def inputs(self):
        return self.program.random_inputs(self.fixed or RANDOM_SAMPLES)

    @functools.cached_property
    def called(self):
        """(the layers' calls, the answer, None), or after a crash (the calls before it, None, the error)."""
        model, inputs, made = self.model, self.inputs, []
        try:
            return made, probe.calls(model, inputs, made=made)[1], None
        except Exception as error:
            return made, None, error

    @property
    def calls(self):
        return self.called[0]

    @property
    def answer(self):
        return self.called[1]

    @functools.cached_property
    def heads(self):
        """The outputs as heads.Head; empty where outputs and declared targets are not nested alike."""
        targets, predictions = self.program.targets, reach.predict(self.model, self.inputs)
        spread = reach.spread(self.model, self.inputs)
        asked = not heads.own_step(self.model) or moving.asks_loss(self.new(), self.program, self.inputs)
        losses = heads.loss_by_head(self.model, targets, asked)
        pairs = heads.paired(tree.pack_sequence_as(self.answer, list(range(len(predictions)))), targets)
        return [
            heads.Head(name, target, loss, predictions[number], spread[number])
            for (name, number, target), loss in zip(pairs, losses, strict=False)
        ]

    @functools.cached_property
    def incomparable(self):
        """Why no two predictions can be compared, in words; empty where they can."""
        once, again = (reach.predict(self.model, self.inputs) for _ in range(2))
        if reach.gap(once, again):
            return "the model draws in inference, from a generator that cannot be set back"
        answers = [*once, *moving.numpy(out for call in self.calls for out in call.outputs)]
        # A relu may hide it from the predictions. Infinities are masks.
        odd = any(np.isnan(part.astype("float32")).any() for part in answers) or not np.isfinite(once[0]).all()
        return "of made-up inputs something is not a number" if odd else ""

    @property
    def steps(self):
        """Time steps, where input and output have one axis of them in common, and targets too; else None."""
        lengths = {leaf.shape[1] for leaf in tree.flatten(self.inputs) if 2 <= leaf.ndim <= 3}
        for head in self.heads:
            shape = head.target.shape
            if len(shape) in (1, 2) and shape[0] in lengths and head.prediction.shape[1:2] == shape[:1]:
                return shape[0]
        return None

    @functools.cached_property
    def training(self):
        """A fresh network after some steps on made-up samples and targets: moving.Training."""
        return moving.Training(self.new(), self.program, self.fixed or moving.SAMPLES)


def comparing(check):
    """A check that compares predictions: skipped where they cannot be compared."""

    @functools.wraps(check)
    def guarded(m):
        return skips(m.incomparable) if m.incomparable else check(m)

    return guarded


def any_batch_size(m):
    """Some reshapes merge samples so that only batches of certain sizes pass; 60 has many divisors, 7 has none."""
    error = m.called[2]
    if error is None:
        return passes(f"{m.fixed or RANDOM_SAMPLES} samples pass")
    with contextlib.suppress(Exception):
        m.new()(backend.tensors(m.program.random_inputs(60)), training=False)
        message = str(error).strip().splitlines()[0]
        because = f"7 samples break the network and 60 do not: an axis of the batch is merged ({message})"
        return fails("breaks", "a batch of 7 passes", {"samples-mixed-across-batch": because})
    raise error


def output_contract(m):
    """The outputs have the shapes that the declared targets and Keras' losses ask for."""
    if not m.heads:
        return skips("the network's outputs and the declared targets are not nested alike")
    judged = [head for head in m.heads if head.loss and head.target.kind != "none"]
    if not judged:
        return skips("an own loss: what shape it wants is not known")
    number = len(tree.flatten(m.inputs)[0])
    recurrent = [call.inputs[0].shape[1] for call in m.calls if isinstance(call.layer, layers.RNN) and call.inputs]
    for head in judged:
        if len(head.prediction) != number:
            because = f"{number} samples went in, {len(head.prediction)} predictions came out"
            return fails(because, "one prediction a sample", {"samples-mixed-across-batch": because})
        if fault := heads.mismatch(head, recurrent):
            expected, causes, certain = fault
            return (fails if certain else warns)(f"{head.name} {head.prediction.shape[1:]}".strip(), expected, causes)
    return passes(", ".join(str(head.prediction.shape[1:]) for head in m.heads), "the declared targets")


def output_range(m):
    """The outputs are what Keras' losses take them for: logits or probabilities, of one class or of several labels."""
    for head in m.heads:
        if heads.always_one(head):
            said = "every prediction is exactly 1, whatever goes in and whatever the weights: a softmax over one unit"
            return fails(f"{head.name} always 1".strip(), "what goes in shows", {heads.one_unit(head): said})
    judged = [head for head in m.heads if head.loss]
    if not judged:
        return skips("an own loss: what it takes a prediction for is not known")
    for head in judged:
        if fault := heads.misread(head):
            measured, causes, certain = fault
            judge, measured = fails if certain else warns, f"{head.name} {measured}".strip()
            return judge(measured, f"what {head.loss.name} expects", causes)
    extents = ", ".join(f"{head.prediction.min():.3g} to {head.prediction.max():.3g}" for head in judged)
    return passes(extents, "what the loss expects")


def repeatable(m):
    """Two predictions of one batch agree, or the model is one that samples."""
    again, answer = probe.calls(m.model, m.inputs)
    apart = reach.gap(*(moving.numpy(tree.flatten(each)) for each in (m.answer, answer)))
    if apart == 0:
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
    return all(map(np.array_equal, moving.numpy(some), moving.numpy(others)))


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
    """Whether a call moves the values of its input about, as flips and shifts do, or is one of Keras' random layers."""
    if not call.inputs:
        return False
    if type(call.layer).__name__.startswith("Random"):
        return True
    before, after = (ops.convert_to_numpy(part[0]) for part in (call.inputs, call.outputs))
    return before.shape == after.shape and before.dtype.kind == "f" and bool(np.isin(after, before).all())


@comparing
def samples_apart(m):
    """Disturb one row: no other moves, exactly. Healthy networks show 0, mixed ones 4e-4 to 0.7."""
    few = reach.predict(m.model, tree.map_structure(lambda leaf: leaf[:5], m.inputs))
    if [part.shape[1:] for part in few] != [tuple(part.shape[1:]) for part in tree.flatten(m.answer)]:
        return skips("the output has the batch as a second axis: samples are compared on purpose")
    moved = reach.rows_moved(m.model, m.inputs)
    because = f"disturbing one sample moves the prediction of another by {moved:.2g}, in inference mode"
    causes = dict.fromkeys(("samples-mixed-across-batch", "softmax-over-wrong-axis"), because)
    return fails_unless(moved == 0, moved, "exactly 0", causes)


@comparing
def sees_no_future(m):
    """Disturb later steps: no earlier answer moves. Rounding reaches 1e-6, a leak 1e-2 and more."""
    claims = reach.causal_claims(m.cfg, m.calls)
    if m.steps is None:
        return skips("targets are not one for each time step of the input")
    if not claims:
        return skips("nothing claims to be causal: say `causal: true` in conf/model to have it checked")
    # Of the input which shows it least: an encoder's whole input may be seen.
    share = min(reach.future_moves(m.model, m.inputs, m.steps).values(), default=0.0)
    because = (
        f"disturbing later steps moves earlier outputs by {share:.2g} of their size, "
        f"though the model claims to look back only ({claims[0]})"
    )
    return fails_unless(share < 1e-4, share, "< 1e-4 of the output", {"sequence-sees-future": because})


def weights_move(m):
    """Every kernel moves within some tens of steps. A bias may cancel, a gate hold others back for a step or two."""
    training = m.training
    if not training.finite:
        return skips("training on made-up targets is not finite; what the real ones do is seen later")
    if training.uncalled:
        because = f"{training.uncalled[0]} is made but never called"
        return fails(", ".join(training.uncalled), "every layer called", {"weights-not-trained": because})
    free = [kernel for kernel in training.still if kernel.trainable]
    if free:
        return fails(f"{len(free)} of {len(training.kernels)} kernels stay", "all move", why_still(m, free))
    drawn = training.drawn(training.still) if training.still else []
    if not drawn:
        loaded = f", {len(training.still)} of them frozen as they were loaded" if training.still else ""
        return passes(f"all {len(training.kernels)} kernels{loaded}", f"within {moving.UPDATES} steps")
    causes = {"weights-not-trained": f"{drawn[0].path} is frozen, at numbers that were drawn, not loaded"}
    # Random features, reservoirs and networks that train their normalizations alone are frozen on purpose.
    return (warns if training.model.trainable_variables else fails)(f"{len(drawn)} frozen", "all move", causes)


def why_still(m, still):
    """{cause: evidence} of kernels that do not move, the likeliest first."""
    training, first = m.training, still[0]
    sloped, touches, own_step = id(first) in training.sloped, training.touches(first), heads.own_step(m.model)
    equal = any(id(kernel) in training.sloped and np.ptp(ops.convert_to_numpy(kernel)) == 0 for kernel in still)
    early = "recurrent_kernel" in first.path and not touches
    answers = [(call.layer.name, call.outputs) for call in m.calls if call.outputs]
    zeros = next((f"{name} answers 0 to all" for name, outs in answers if not any(map(np.any, moving.numpy(outs)))), "")
    answers += [(part.name, tree.flatten(part.output)) for part in getattr(m.model, "operations", [])]
    half = next((name for name, outs in answers for out in outs if "float16" in str(out.dtype)), "")
    overflow = f"{zeros}, and {half} computes in half precision, which ends at 65,504"
    untouched = "drawn anew it changes predictions, but no gradient reaches it"
    for holds, evidence, *causes in (
        (equal, "its numbers all are the same", "symmetric-initialization", "dead-units"),
        (early, "the output is taken before anything is remembered", "wrong-timestep-pooled", "weights-not-trained"),
        (zeros and half, overflow, "half-precision-overflow", "dead-units"),
        (zeros, zeros, "dead-units", "gradient-blocked"),
        (sloped and own_step, "predictions depend on it", "train-step-incomplete", "weights-not-trained"),
        (sloped, "its gradient is 0", "dead-units", "symmetric-initialization", "vanishing-gradient"),
        (touches, untouched, "gradient-blocked", "weights-not-trained"),
        (True, "no prediction depends on it", "weights-not-trained", "gradient-blocked"),
    ):
        if holds:
            several = f" (and {len(still) - 1} more)" if len(still) > 1 else ""
            return dict.fromkeys(causes, f"{first.path}{several} stays for {moving.UPDATES} steps; {evidence}")


def train_step(m):
    """A train_step of one's own forgets easily what Keras' does."""
    if not heads.own_step(m.model):
        return skips("Keras' own train_step")
    if m.training.stuck:
        because = f"training steps leave {m.training.stuck} as it is: the network is called without training=True"
        return fails("as in inference", "training=True", {"train-step-incomplete": because})
    because = "the gradients are the same with and without the layers' penalties: model.losses is not in the loss"
    ignored = m.training.ignores_penalties
    return fails_unless(not ignored, "no penalties" if ignored else "whole", "", {"train-step-incomplete": because})


@comparing
def not_affine(m):
    """f((a + b) / 2) departs from (f(a) + f(b)) / 2, of logits; a linear model in one weight layer need not."""
    if not any(map(reach.floats, tree.flatten(m.inputs))):
        return skips("integers go in: there is nothing between two of them")

    def moved(leaf):
        return rng.normal(size=leaf.shape).astype(leaf.dtype) if reach.floats(leaf) else leaf

    rng = np.random.default_rng(2)
    other = tree.map_structure(moved, m.inputs)
    middle = tree.map_structure(lambda a, b: (a + b) / 2 if reach.floats(a) else a, other, m.inputs)
    answers = []
    for gain in (1.0, 2.0):
        with reach.stirred(m.model, seed=0, gain=gain):
            answers.append([linked(reach.predict(m.model, part)) for part in (other, m.inputs, middle)])
    (a, b, between), (twice_a, twice_b, _) = answers
    bend = float(np.abs(between - (a + b) / 2).max() / max(np.abs(a - b).max(), 1e-12))
    if bend > AFFINE or not math.isfinite(bend):
        return passes(bend, f"> {AFFINE:g}")
    # Kernels times 2 make the slope of an affine network 2 ** depth times as steep.
    depth = math.log2(max(np.abs(twice_a - twice_b).mean(), 1e-12) / max(np.abs(a - b).mean(), 1e-12))
    if depth < 1.5:
        return passes("affine, in one weight layer", "a linear model, on purpose")
    widths = [math.prod(call.outputs[0].shape[1:]) for call in m.calls if call.kernel and call.outputs][:-1]
    ends = (sum(math.prod(leaf.shape[1:]) for leaf in tree.flatten(side)) for side in (m.inputs, m.answer))
    if min(widths, default=math.inf) < min(ends):  # principal components, a product of two small matrices
        return passes(f"affine, through {min(widths)} units", "a bottleneck, on purpose")
    because = f"{depth:.0f} weight layers in a row answer like one: f of a mean is the mean of f, to {bend:.0e}"
    return fails(bend, f"> {AFFINE:g}", {"no-nonlinearity": because})


def linked(predictions):
    """Predictions as one array of logits: what a last softmax or sigmoid bends is taken back."""
    parts = []
    for part in predictions:
        part = part.astype("float64")
        if heads.sums_to_one(part, -1, 1e-3) and part.min() > 0:
            part = np.log(part) - np.log(part).mean(axis=-1, keepdims=True)
        elif part.size and 0 < part.min() and part.max() < 1:
            part = np.log(part / (1 - part))
        parts.append(part.reshape(len(part), -1))
    return np.concatenate(parts, axis=1)


@comparing
def reads_whole_input(m):
    """Each value of the input moves some prediction, but for a border that strides leave."""
    maps = [part for part in reach.read(m.model, m.inputs) if part is not None and part.size > 1]
    if not maps:
        return skips("too many integers to disturb one by one")
    if not any(part.any() for part in maps):
        because = "no prediction depends on anything that goes in, whatever the weights"
        return fails("nothing", "every input", {"gradient-blocked": because})
    read = min(maps, key=np.mean)
    unread = 1 - read.mean()
    tabular = all(leaf.ndim == 2 and reach.floats(leaf) for leaf in tree.flatten(m.inputs))
    late = len(read) - 1 - np.flatnonzero(read.reshape(len(read), -1).any(axis=1)).max(initial=-1)
    if m.steps is None and read.ndim <= 2 and not tabular and late >= UNREAD * len(read):
        because = f"the last {late} of {len(read)} time steps change no prediction: the output is taken too early"
        return fails(f"{read.mean():.0%}", "the last steps too", {"wrong-timestep-pooled": because})
    because = f"{unread:.0%} of the input's values change no prediction"
    causes = dict.fromkeys(("gradient-blocked", "feature-map-shrunk-away"), because)
    enough = unread == 0 or unread < UNREAD and not tabular
    return warns_unless(enough, f"{read.mean():.0%}", "most of the input", causes)


CHECKS = (
    claimed.open_questions,
    built.tokens,
    any_batch_size,
    output_contract,
    output_range,
    repeatable,
    samples_apart,
    sees_no_future,
    weights_move,
    train_step,
    not_affine,
    built.hidden_softmax,
    reads_whole_input,
    built.maps_keep_size,
    built.batchnorm,
    built.dropout,
    built.reshapes_keep_axes,
    claimed.as_the_paper_says,
)
