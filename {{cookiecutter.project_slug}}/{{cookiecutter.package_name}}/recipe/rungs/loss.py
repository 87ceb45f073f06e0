"""MACHINERY. The rung `loss`: is the loss what I think it is, and does the untrained network start where it should?"""

import functools

import keras
import numpy as np
from keras import ops, tree

from .. import backend, contract, regularizers, samples, verdicts
from ..constant import constant_loss, penalty
from ..inside import Inside
from ..verdicts import Cause
from . import start

SAMPLES = 128
HEAD = "model.py (head)"
ACCURACIES = ("accuracy", "acc", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy")
# Judgement: one class weighed up by the inverse of its frequency gives less than 2, weights that sum to 1 give
# 1 / classes.
HEAVY = 0.4, 2.5
JUMP = 0.05  # for a step of 1e-3: a continuous loss moves by 1e-3, weights of the predicted class by their spread
SAME = 1e-3  # relative difference of two losses that should be one


def measure(program, rung):
    return Measured(program)


class Measured:
    """The compiled loss and the untrained network, on one batch of training samples."""

    def __init__(self, program):
        self.program = program
        self.floor = program.cfg.loss.floor

    @functools.cached_property
    def batch(self):
        train = self.program.data.train
        some = np.random.default_rng(0).permutation(samples.count(train))[:SAMPLES]
        return samples.take(train, some)

    @functools.cached_property
    def inputs(self):
        return contract.tensors(self.batch[0])

    @functools.cached_property
    def model(self):
        model = self.program.compiled()
        model(self.inputs, training=False)
        return model

    @functools.cached_property
    def y_pred(self):
        """Predictions in inference mode, as a loss sees them that knows nothing else."""
        return tree.map_structure(backend.fresh, self.model(self.inputs, training=False))

    @functools.cached_property
    def contract(self):
        return contract.Contract(self.model, self.program.targets, self.batch, self.y_pred)

    @functools.cached_property
    def inside(self):
        return Inside(self.model, self.batch, self.program.plan.batches)

    @functools.cached_property
    def random(self):
        """Whether two predictions of the same inputs differ."""
        return regularizers.spread(self.model, self.inputs, False) > 0

    @functools.cached_property
    def heads(self):
        """Faults that a head's shape and range allow where its loss is not the loss of its predictions."""
        known = not self.contract.unknown
        style = self.contract.styles[0] if known else None
        return contract.head_faults(style, ops.convert_to_numpy(tree.flatten(self.y_pred)[0]))

    @functools.cached_property
    def own_steps(self):
        """Whether training or evaluation is written by hand: what the compiled loss says need not be used there."""
        return [name for name in ("train_step", "test_step") if own(self.model, name)]

    @functools.cached_property
    def evaluated(self):
        """What `evaluate` says of the batch."""
        return self.model.evaluate(*self.batch, batch_size=SAMPLES, verbose=0, return_dict=True)

    @functools.cached_property
    def penalty(self):
        self.model(self.inputs, training=False)
        return penalty(self.model)

    @functools.cached_property
    def predicted_loss(self):
        return contract.loss_of(self.model, *self.batch, self.y_pred)

    @functools.cached_property
    def start(self):
        """The untrained network's loss in inference or training mode, whichever is less; without penalties."""
        with backend.unchanged(self.model):
            training = contract.loss_of(self.model, *self.batch, self.model(self.inputs, training=True))
        return min(self.predicted_loss, training)

    @functools.cached_property
    def constant(self):
        """The least loss of one prediction for all."""
        return constant_loss(self.model, samples.take(self.batch[0], slice(0, 1)), self.program.data.population)

    @functools.cached_property
    def affine(self):
        return len(self.inside.kernels) < 2

    @functools.cached_property
    def accuracy(self):
        """(key of the accuracy that evaluate reports, what it may be: counted anew); None where it reports none."""
        key = next((key for key in self.evaluated if key in ACCURACIES), None)
        if key is None or (self.contract.styles == ["values"] and set(np.unique(self.batch[1])) <= {0, 1}):
            return None
        (style, right), p = self.contract.truths[0], ops.convert_to_numpy(tree.flatten(self.y_pred)[0])
        if style == "units":
            hits = p.argmax(-1) == right.argmax(-1)
            return key, [float(hits.mean())]
        hits = (p > (0.5 if self.contract.probabilities[0] else 0)) == (right > 0.5)
        return key, [float(hits.mean()), float(hits.reshape(len(hits), -1).all(1).mean())]  # of labels, or of samples

    @functools.cached_property
    def bounded(self):
        """Whether the outputs stay within 0 … 1, and reach an end, when the inputs are a hundred times as large."""
        if any(leaf.dtype.kind != "f" for leaf in tree.flatten(self.batch[0])):
            return False
        p = self.model(tree.map_structure(lambda leaf: 100 * leaf, self.inputs), training=False)
        p = np.concatenate([ops.convert_to_numpy(leaf).ravel() for leaf in tree.flatten(p)])
        return bool(p.min() >= 0 and p.max() <= 1 and (p.max() > 0.99 or p.min() < 0.01))

    @functools.cached_property
    def classes_seen(self):
        """How many different labels the training split has."""
        return len(np.unique(samples.leaves(self.program.data.population)[0]))


def own(model, name):
    return getattr(type(model), name) is not getattr(keras.Model, name)


def differ(one, other):
    return abs(one - other) > SAME * max(abs(one), abs(other), 1e-6)


def sentence(value):
    return f"{value:.4g}"


def layers_are_finite(m):
    broken = m.inside.not_finite
    if not broken:
        return verdicts.passed("layers-finite", "no NaN", "no NaN in any layer's output")
    inputs = any(not np.isfinite(leaf).all() for leaf in samples.leaves(m.batch[0]) if leaf.dtype.kind == "f")
    where = f"the first layer whose output is not a number is {broken[0]}"
    causes = [Cause("data-not-finite", f"the inputs hold NaN or infinities; {where}", "data.py")] * inputs
    if "embed" in broken[0]:
        causes.append(Cause("token-outside-vocabulary", f"{where}, an embedding", "data.py, model.py"))
    causes.append(Cause("initialization-too-large", where, f"model.py, {broken[0]}"))
    return verdicts.failed("layers-finite", f"NaN in {len(broken)} layers", "no NaN in any layer's output", *causes)


def right_is_below_wrong(m):
    name, c = "right-below-wrong", m.contract
    if c.unknown:
        return verdicts.skipped(name, c.unknown)
    pairs, kinds = c.right_and_wrong, set(c.styles)
    reverse = all(right > wrong + SAME * abs(wrong) for right, wrong in pairs)
    below = m.floor is not None and c.lowest < m.floor - 0.01
    right, wrong = min(pairs, key=lambda pair: pair[0] - pair[1])
    measured, expected = f"right {right:.4g}, wrong {wrong:.4g}", "right below wrong, none below the floor"
    flipped = Cause(
        "loss-sign-flipped", f"a perfect prediction scores {right:.4g}, a wrong one {wrong:.4g}: less", "losses.py"
    )
    if below and reverse:
        return verdicts.failed(name, measured, expected, flipped)
    if below:
        because = f"a prediction scores {c.lowest:.4g}, below the floor {m.floor:g}: targets outside of 0 … 1"
        causes = [Cause("crossentropy-on-real-target", because, "conf/loss, conf/data")]
        causes.insert(0, Cause("class-labels-with-binary-crossentropy", because, "conf/loss, model.py (one unit)"))
        return verdicts.failed(name, measured, expected, *(causes[::-1] if kinds == {"values"} else causes), flipped)
    if all(right == wrong for right, wrong in pairs):
        because = f"right and wrong predictions score the same, {right:.4g}"
        causes = [Cause("softmax-on-one-unit-categorical", because, "conf/loss, model.py (units of the head)")]
        causes.insert(kinds != {"values"}, Cause("crossentropy-on-real-target", because, "conf/loss"))
        return verdicts.failed(name, measured, expected, *causes)
    # Where it is bounded, the output may mean the opposite of what was assumed: a distance, an energy.
    if reverse and kinds == {"values"}:
        return verdicts.failed(name, measured, expected, flipped)
    if reverse and "units" in kinds:
        return verdicts.warned(name, measured, expected, flipped)
    return verdicts.passed(name, measured, expected)


def draws(m):
    """Whether the loss itself may be random: so are the predictions, or it lives in a train_step of the model's own."""
    return m.random or (m.model.loss is None and "train_step" in m.own_steps)


def is_a_mean(m):
    name = "mean-of-batch"
    if draws(m):
        return verdicts.skipped(name, "the loss draws random numbers")
    once, double, _ = m.contract.network
    if abs(once) < 1e-6:
        return verdicts.skipped(name, "the loss is 0")
    if not differ(double, 2 * once):
        because = f"the batch twice over scores {double:.4g}, the batch {once:.4g}: exactly twice as much"
        cause = Cause("loss-summed-not-averaged", because, "losses.py (sum), conf/loss (reduction)")
        return verdicts.failed(name, double / once, "1", cause)
    if differ(double, once):
        return verdicts.skipped(name, "the loss couples the samples of a batch, so its size matters by design")
    return verdicts.passed(name, double / once, "1: the batch twice over scores the same")


def ignores_the_order(m):
    name = "any-order"
    if draws(m):
        return verdicts.skipped(name, "the loss draws random numbers")
    once, _, backwards = m.contract.network
    if not differ(once, backwards):
        return verdicts.passed(name, backwards / once if once else 1.0, "1: the batch backwards scores the same")
    because = f"the same samples backwards score {backwards:.4g} instead of {once:.4g}: a weight goes by position"
    cause = Cause("wrong-loss-weights", because, "losses.py (weights by row instead of by label)")
    return verdicts.failed(name, backwards / once, "1", cause)


def shapes_agree(m):
    name, c = "shapes-agree", m.contract
    if c.unknown:
        return verdicts.skipped(name, c.unknown)
    as_is, aligned = c.aligned
    if c.unreduced and c.unreduced[0] in c.unreduced[1][1:] and c.unreduced[0] not in c.shapes[0][1][1:]:
        number, shape = c.unreduced
        because = f"for {number} samples the loss has the shape {shape}: every sample meets every other"
        cause = Cause("loss-broadcasts", because, "losses.py (shapes of its parts)")
        return verdicts.failed(name, f"{shape}", f"one value for each of {number} samples", cause)
    if not differ(as_is, aligned):
        return verdicts.passed(name, as_is, "the same with targets in the shape of the predictions")
    y, p = next((y, p) for y, p in c.shapes if y != p)
    because = f"targets {y} and predictions {p} score {as_is:.4g}, but {aligned:.4g} in one shape: every one meets all"
    cause = Cause("loss-broadcasts", because, "losses.py (align the shapes), conf/data (targets.shape)")
    return verdicts.failed(name, as_is, sentence(aligned), cause)


def finite_at_extremes(m):
    name, c = "finite-at-extremes", m.contract
    if c.unknown or "values" in c.styles:
        return verdicts.skipped(name, c.unknown or "values have no extremes")
    if c.extremes:
        return verdicts.passed(name, "finite", "finite loss and gradient at the most certain predictions")
    where = "probabilities of 0 and 1" if all(c.probabilities) else "logits of ±100"
    cause = Cause("loss-not-finite-at-extremes", f"loss or gradient is not finite at {where}", "losses.py (log, exp)")
    return verdicts.failed(name, "not finite", "finite loss and gradient at the most certain predictions", cause)


def weighs_classes(m):
    """Only what contradicts itself: which class is to weigh more is the researcher's choice."""
    name, c, where = "class-weights", m.contract, "losses.py (weights), conf/loss"
    if c.unknown or "values" in c.styles:
        return verdicts.skipped(name, c.unknown or "asked of classes")
    if c.jump > JUMP:
        because = f"the loss jumps by {c.jump:.0%} where an undecided prediction turns: weights go by what is predicted"
        return verdicts.warned(name, c.jump, f"below {JUMP:g}", Cause("wrong-loss-weights", because, where))
    weight, expected = c.mean_weight, f"{HEAVY[0]:g} to {HEAVY[1]:g}: weights of mean 1, or one class weighed up"
    if weight is not None and not HEAVY[0] < weight < HEAVY[1]:
        because = f"a sample weighs {weight:.3g} on average: a learning rate in disguise, or weights swapped"
        return verdicts.warned(name, weight, expected, Cause("wrong-loss-weights", because, where))
    return verdicts.passed(name, 1.0 if weight is None else weight, expected)


def suits_classes(m):
    name, c = "suits-classes", m.contract
    if c.unknown or len(c.styles) > 1 or "values" in c.styles:
        return verdicts.skipped(name, c.unknown or "asked of one output of classes")
    right, none, wrong = c.uninformed
    units = c.truths[0][1].shape[-1] if c.styles == ["units"] else 2
    squared = 2 * units / (units - 1)  # of the one-hot error: 2 where wrong, 1 - 1 / units where undecided
    if abs(right) < 1e-3 * abs(none) and abs(wrong / none / squared - 1) < 0.01:
        because = f"a confident mistake costs {wrong:.4g}, only {wrong / none:.3g} times an undecided prediction"
        return verdicts.warned(
            name, wrong / none, "unbounded", Cause("mse-for-classification", because, "conf/loss, losses.py")
        )
    return verdicts.passed(name, wrong / none, f"not {squared:.3g}, which a squared error gives")


def fits_the_head(m):
    name, c = "fits-the-head", m.contract
    if c.shared_labels:
        because = "the outputs of a sample sum to 1, its labels do not: they share what each should have"
        cause = Cause("softmax-for-multi-label", because, "model.py (head: sigmoid), conf/loss")
        return verdicts.failed(name, "sums of 1", "a probability for each label", cause)
    if c.unknown or c.expects is None:
        return verdicts.skipped(name, c.unknown or "whether the loss expects logits or probabilities cannot be told")
    p = ops.convert_to_numpy(tree.flatten(c.y_pred)[0])
    spans = f"the predictions span {p.min():.3g} … {p.max():.3g}"
    units, given = c.styles == ["units"], c.probabilities[0]
    if c.expects == "logits" and given and (units or m.bounded):
        because = f"the loss takes a {'softmax' if units else 'sigmoid'} itself, but {spans}, as after one"
        cause = Cause("softmax-twice" if units else "sigmoid-twice", because, f"{HEAD}, conf/loss (from_logits)")
        return verdicts.failed(name, spans, "logits", cause)
    if c.expects == "logits" or given or not p.any():
        return verdicts.passed(name, spans, c.expects)
    if p.min() >= 0 and p.max() <= 1 and contract.sums_along_another_axis(p):
        because = "the outputs sum to 1 over the samples or positions, not over the classes"
        cause = Cause("softmax-over-wrong-axis", because, "model.py (axis of the softmax)")
        return verdicts.failed(name, spans, "1 for each sample", cause)
    if p.min() >= 0 and p.max() <= 1:
        because = f"{spans}, but those of one sample sum to {p.sum(-1).min():.3g} … {p.sum(-1).max():.3g} instead of 1"
        return verdicts.warned(name, spans, "1 in all", Cause("sigmoid-for-single-label", because, "model.py (head)"))
    one = "unbounded-output-with-binary-crossentropy"
    cause = one if p.shape[-1] == 1 else "logits-taken-as-probabilities"
    because = f"the loss expects probabilities, but {spans}"
    return verdicts.failed(
        name, spans, "0 … 1", Cause(cause, because, "conf/loss (from_logits), model.py (activation of the head)")
    )


def is_as_predicted(m):
    name = "as-predicted"
    if m.contract.targets is None or "test_step" in m.own_steps:
        return verdicts.skipped(name, "there are no targets, or the model evaluates by itself")
    if m.random:
        return verdicts.skipped(name, "two predictions of the same inputs differ, by design or by mistake")
    evaluated = m.evaluated["loss"] - m.penalty
    if not differ(evaluated, m.predicted_loss):
        return verdicts.passed(name, m.predicted_loss, f"{evaluated:.4g}, as evaluate says")
    because = (
        f"evaluate says {evaluated:.4g}, its predictions score {m.predicted_loss:.4g}: Keras looks behind the head"
    )
    causes = [Cause(cause, because, "model.py (activation of the head), conf/loss (from_logits)") for cause in m.heads]
    return verdicts.failed(name, m.predicted_loss, sentence(evaluated), *causes)


def metrics_are_what_they_say(m):
    name = "metrics"
    if m.contract.unknown or len(m.contract.styles) != 1 or "test_step" in m.own_steps or m.random:
        return verdicts.skipped(name, m.contract.unknown or "asked of one output, evaluated by Keras")
    if not m.accuracy:
        return verdicts.skipped(name, "none of them is an accuracy")
    key, right = m.accuracy
    reported = m.evaluated[key]
    if m.contract.styles == ["values"]:
        because = f"{key} is {reported:.4g}, but the targets are values: hardly ever equal to a prediction"
        cause = Cause("wrong-metric", because, "conf/training (metrics)")
        return verdicts.failed(name, reported, "an error, not an accuracy", cause)
    if min(abs(reported - value) for value in right) <= SAME:
        return verdicts.passed(name, reported, f"{key} of {reported:.4g}, counted anew")
    because = f"{key} says {reported:.4g}; of the predictions {right[0]:.4g} are right"
    where = "conf/training (metrics: its kind, its threshold for logits, from_logits)"
    return verdicts.failed(name, reported, sentence(right[0]), Cause("wrong-metric", because, where))


CHECKS = (
    layers_are_finite,
    right_is_below_wrong,
    is_a_mean,
    ignores_the_order,
    weighs_classes,
    shapes_agree,
    fits_the_head,
    finite_at_extremes,
    suits_classes,
    is_as_predicted,
    metrics_are_what_they_say,
    *start.CHECKS,
)
