"""MACHINERY. The rung `loss`: is the loss what I think it is, and does the untrained network start where it should?"""

import functools

import keras
import numpy as np
from keras import tree

from ..keras_side import backend
from ..measure import constant, loss_answers
from ..measure.by_layer import Inside
from ..measure.loss_answers import SAME, differ
from ..measure.measuring import Measuring
from ..prepare import regularizers, samples
from . import as_claimed, reported, untrained
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

SAMPLES = 128
# Judgement: one class weighed up by the inverse of its frequency gives less than 2, weights that sum to 1 give
# 1 / classes.
LIGHT, HEAVY = 0.4, 2.5
ENDLESS = 1e3  # times the start; a density over repeated targets falls by a logarithm, a flipped square as a square
# For a step of 1e-3: a continuous loss moves by 1e-3, weights of the predicted class by their spread.
JUMP, LEAP = 0.05, 0.5
# Share of the start's loss that right predictions may score: of other samples they score as an untrained one.
WORSE = 0.05


class Measured(Measuring):
    """The compiled loss and the untrained network, on one batch of training samples."""

    @functools.cached_property
    def batch(self):
        train = self.program.data.train
        return samples.take(train, np.random.default_rng(0).permutation(samples.count(train))[:SAMPLES])

    @functools.cached_property
    def inputs(self):
        return backend.tensors(self.batch[0])

    @functools.cached_property
    def model(self):
        model = self.program.compiled()
        model(self.inputs, training=False)
        return model

    @functools.cached_property
    def contract(self):
        """Of the predictions in inference mode, as a loss sees them that knows nothing else."""
        y_pred = tree.map_structure(backend.fresh, self.model(self.inputs, training=False))
        return loss_answers.Contract(self.model, self.program.targets, self.batch, y_pred)

    @functools.cached_property
    def inside(self):
        return Inside(self.model, self.batch, self.program.plan.batches)

    def own(self, name):
        """Whether train_step or test_step is written by hand: what the compiled loss says need not be used there."""
        return getattr(type(self.model), name) is not getattr(keras.Model, name)

    @functools.cached_property
    def left_on(self):
        """How far two calls differ in training and in inference, and the penalty."""
        return regularizers.left_on(self.model, self.inputs)

    @property
    def random(self):
        """Whether two predictions of the same inputs differ."""
        return self.left_on["inference"] > 0

    @property
    def penalty(self):
        return self.left_on["penalty"]

    @functools.cached_property
    def evaluated(self):
        """What `evaluate` says of the batch."""
        figures = self.model.evaluate(*self.batch, batch_size=SAMPLES, verbose=0, return_dict=True)
        self.model(self.inputs, training=False)  # what add_loss keeps of a trace cannot be computed with
        return figures

    @functools.cached_property
    def loss(self):
        return loss_answers.loss_of(self.model, *self.batch, self.contract.y_pred)

    @functools.cached_property
    def least(self):
        """The least loss of one prediction for all; -inf where it falls without end."""
        one = samples.take(self.batch[0], slice(0, 1))
        return constant.constant_search(self.model, one, self.program.data.population)

    @property
    def constant(self):
        return self.least if self.least is not None and np.isfinite(self.least) else None

    @functools.cached_property
    def doubled(self):
        """[(the loss of the batch, that of the batch twice over)] as compiled, and as a train_step of its own says."""
        pairs = [self.contract.network[:2]]
        if self.own("train_step"):
            model = self.program.compiled(self.program.changed(("recipe.plain", True)))  # dropout would blur it
            model(self.inputs, training=False)
            twice = tree.map_structure(lambda leaf: np.concatenate([leaf, leaf]), self.batch)
            if regularizers.left_on(model, self.inputs)["training"] == 0:
                pairs.append([loss_answers.step_loss(model, *batch) for batch in (self.batch, twice)])
        return pairs


@check(
    "layers-finite",
    CONTRACT,
    causes="""
    data-not-finite half-precision-overflow token-outside-vocabulary initialization-too-large
""",
)
def layers_finite(m):
    broken, expected = m.inside.not_finite, "no NaN in any layer's output"
    if not broken:
        return passes("no NaN", expected)
    where, layer = f"the first layer whose output is not a number is {broken[0]}", m.inside.calls[broken[0]].layer
    causes = {}
    if any(not np.isfinite(leaf).all() for leaf in samples.leaves(m.batch[0]) if leaf.dtype.kind == "f"):
        causes["data-not-finite"] = f"the inputs hold NaN or infinities; {where}"
    if layer.compute_dtype == "float16":
        causes["half-precision-overflow"] = f"{where}, and it computes in {layer.compute_dtype}"
    if isinstance(layer, keras.layers.Embedding):
        causes["token-outside-vocabulary"] = f"{where}, an embedding"
    return fails(f"NaN in {len(broken)} layers", expected, {**causes, "initialization-too-large": where})


@check(
    "right-below-wrong",
    CONTRACT,
    causes="""
    loss-sign-flipped class-labels-with-binary-crossentropy crossentropy-on-real-target
    softmax-on-one-unit-categorical
""",
)
def right_below_wrong(m):
    c = m.contract
    if c.unknown:
        return skips(c.unknown)
    pairs, values = c.right_and_wrong, set(c.styles) == {"values"}
    right, wrong = min(pairs, key=lambda pair: pair[0] - pair[1])
    measured, expected = f"right {right:.4g}, wrong {wrong:.4g}", "right below wrong, none below the floor"
    reverse = all(right > wrong + SAME * abs(wrong) for right, wrong in pairs)
    flipped = {"loss-sign-flipped": f"a perfect prediction scores {right:.4g}, a wrong one {wrong:.4g}: less"}
    lowest = min(min(pair) for pair in pairs)
    if m.floor is not None and lowest < m.floor - 0.01:
        because = f"a prediction scores {lowest:.4g}, below the floor {m.floor:g}: targets outside of 0 … 1"
        ids = ["class-labels-with-binary-crossentropy", "crossentropy-on-real-target"]
        outside = dict.fromkeys(ids[::-1] if values else ids, because)
        return fails(measured, expected, flipped if reverse else {**outside, **flipped})
    if all(right == wrong for right, wrong in pairs):
        ids = ["softmax-on-one-unit-categorical", "crossentropy-on-real-target"]
        because = f"right and wrong predictions score the same, {right:.4g}"
        return fails(measured, expected, dict.fromkeys(ids if values else ids[::-1], because))
    if reverse and (values or "units" in c.styles):
        return (fails if values else warns)(measured, expected, flipped)
    # Where it is bounded, the output may mean the opposite of what was assumed: a distance, an energy.
    return passes(measured, expected)


@check("bounded-below", CONTRACT, causes="loss-sign-flipped")
def bounded_below(m):
    """One prediction for all samples cannot be right about all of them, whatever the loss: it comes to rest."""
    if m.least is None:
        return skips("there are no targets, or the loss is not one of targets and predictions alone")
    because = f"one prediction for all samples scores {m.least:.4g}, and falls on; the start is {m.loss:.4g}"
    end = -ENDLESS * max(1, abs(m.loss))
    return fails_unless(m.least > end, m.least, f"above {end:.4g}", {"loss-sign-flipped": because})


def draws(m):
    """Whether the loss itself may be random: so are the predictions, it lives in a train_step of the model's own, which
    is set back after each call, or it shows."""
    return m.random or (m.model.loss is None and m.own("train_step")) or m.contract.draws


@check("mean-of-batch", CONTRACT, causes="loss-summed-not-averaged")
def mean_of_batch(m):
    if draws(m):
        return skips(loss_answers.DRAWS)
    expected, own = "1: the batch twice over scores the same", ""
    for once, twice in m.doubled:
        if abs(once) > 1e-6 and not differ(twice, 2 * once):
            because = f"{own}the batch twice over scores {twice:.4g}, the batch {once:.4g}: exactly twice as much"
            return fails(twice / once, expected, {"loss-summed-not-averaged": because})
        own = "in the model's own train_step "
    once, twice = m.doubled[0]
    if differ(once, twice):
        return skips("the loss couples the samples of a batch, so its size matters by design")
    return passes(twice / once if once else 1.0, expected)


@check("any-order", CONTRACT, causes="wrong-loss-weights")
def any_order(m):
    if draws(m):
        return skips(loss_answers.DRAWS)
    once, _, backwards = m.contract.network
    because = f"the same samples backwards score {backwards:.4g} instead of {once:.4g}: a weight goes by position"
    measured, expected = backwards / once if once else 1.0, "1: the batch backwards scores the same"
    return fails_unless(not differ(once, backwards), measured, expected, {"wrong-loss-weights": because})


@check("class-weights", INDICATOR, causes="wrong-loss-weights")
def class_weights(m):
    """Only what contradicts itself: which class is to weigh more is the researcher's choice."""
    c = m.contract
    if c.unknown or "values" in c.styles:
        return skips(c.unknown or "asked of classes")
    if c.jump > JUMP:
        because = f"the loss jumps by {c.jump:.0%} where an undecided prediction turns: weights go by what is predicted"
        judge = fails if c.jump > LEAP else warns
        return judge(c.jump, f"below {JUMP:g}", {"wrong-loss-weights": because})
    weight = 1.0 if c.mean_weight is None else c.mean_weight
    because = f"a sample weighs {weight:.3g} on average: a learning rate in disguise, or weights swapped"
    expected = f"{LIGHT:g} to {HEAVY:g}: weights of mean 1, or one class weighed up"
    return warns_unless(LIGHT < weight < HEAVY, weight, expected, {"wrong-loss-weights": because})


@check("shapes-agree", CONTRACT, causes="loss-broadcasts")
def shapes_agree(m):
    c = m.contract
    if c.unknown:
        return skips(c.unknown)
    shape, n = c.unreduced or (), loss_answers.FEW
    if n in shape[1:] and n not in c.shapes[0][1][1:]:
        because = f"for {n} samples the loss has the shape {shape}: every sample meets every other"
        return fails(f"{shape}", f"one value for each of {n} samples", {"loss-broadcasts": because})
    right, other = c.exchanged
    if m.floor is not None and not differ(right, other) and right - m.floor > WORSE * abs(m.loss - m.floor):
        because = f"right predictions score {right:.4g}, and those of other samples too: every sample meets all"
        return fails(right, f"{m.floor:g} for right predictions", {"loss-broadcasts": because})
    as_is, aligned = c.aligned
    y, p = c.shapes[0]
    because = f"targets {y} and predictions {p} score {as_is:.4g}, but {aligned:.4g} in one shape: every one meets all"
    expected = f"{aligned:.4g}, as with targets in the shape of the predictions"
    return fails_unless(not differ(as_is, aligned), as_is, expected, {"loss-broadcasts": because})


@check(
    "fits-the-head",
    CONTRACT,
    causes="""
    unbounded-output-with-binary-crossentropy logits-taken-as-probabilities softmax-on-one-unit
    softmax-over-wrong-axis softmax-twice sigmoid-twice sigmoid-for-single-label softmax-for-multi-label
""",
)
def fits_the_head(m):
    c = m.contract
    if c.misread:
        # Where Keras divides by the sum, it trains all the same.
        trains = "sigmoid-for-single-label" in c.misread and abs(c.drops[0]) < SAME
        return (warns if trains else fails)(c.span, c.expects or "a probability for each label", c.misread)
    if c.unknown or c.expects is None:
        return skips(c.unknown or "whether the loss expects logits or probabilities cannot be told")
    return passes(c.span, c.expects)


@check("finite-at-extremes", CONTRACT, causes="loss-not-finite-at-extremes")
def finite_at_extremes(m):
    c = m.contract
    if c.unknown or "values" in c.styles:
        return skips(c.unknown or "values have no extremes")
    where = "probabilities of 0 and 1" if all(c.probabilities) else "logits of ±100"
    cause = {"loss-not-finite-at-extremes": f"loss or gradient is not finite at {where}"}
    expected = "finite loss and gradient at the most certain predictions"
    return fails_unless(c.finite_at_extremes, "finite" if c.finite_at_extremes else "not finite", expected, cause)


@check("suits-classes", INDICATOR, causes="mse-for-classification")
def suits_classes(m):
    c = m.contract
    if c.style not in ("units", "binary"):
        return skips(c.unknown or "asked of one output of classes")
    right, none, wrong = c.uninformed
    if not none:
        return skips("an undecided prediction costs nothing")
    units = c.truths[0][1].shape[-1] if c.style == "units" else 2
    squared = 2 * units / (units - 1)  # of the one-hot error: 2 where wrong, 1 - 1 / units where undecided
    because = f"a confident mistake costs {wrong:.4g}, only {wrong / none:.3g} times an undecided prediction"
    apart = abs(right) >= SAME * abs(none) or abs(wrong / none / squared - 1) >= 0.01
    expected = f"not {squared:.3g}, which a squared error gives"
    return warns_unless(apart, wrong / none, expected, {"mse-for-classification": because})


CHECKS = (
    layers_finite,
    right_below_wrong,
    bounded_below,
    mean_of_batch,
    any_order,
    class_weights,
    shapes_agree,
    fits_the_head,
    finite_at_extremes,
    suits_classes,
    reported.as_predicted,
    reported.metrics,
    untrained.penalty,
    untrained.units,
    untrained.initial_loss,
    untrained.units_differ,
    untrained.units_alive,
    untrained.gradient_reaches_first,
    as_claimed.starts_as_the_paper_says,
)
