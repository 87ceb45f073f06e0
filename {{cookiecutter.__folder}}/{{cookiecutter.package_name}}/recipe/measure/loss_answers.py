"""MACHINERY. Questions to a compiled loss: what it says of right, wrong, extreme and repeated predictions.

They are put to `model.compute_loss`, so they hold for any loss, with Keras' reshaping, reduction and loss weights.
"""

import functools

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import backend, private
from . import constant, misread, perturb
from .target_encoding import HALF_PRECISION, as_questions, sums_to_one, truth, within

SURE = 10.0  # a logit that leaves no doubt
FEW = 7  # samples: a prime number, which no other axis has by chance
EXTREME = 100.0  # a logit that overflows exp in float32
CERTAIN = 30.0  # a logit as trainings reach: 1 - p is 0 in float32
SAME = 1e-3  # relative difference of two losses that should be one
OF_THE_HEAD = "the loss takes no predictions but those that the head can make"
DRAWS = "the loss draws random numbers: of one batch it says something else each time"


def differ(one, other):
    return abs(one - other) > SAME * max(abs(one), abs(other), 1e-2)


def loss_of(model, inputs, targets, y_pred):
    """The loss of predictions, without penalties; a model's own compute_loss gets the inputs too.

    Where the loss lives in a train_step of the model's own, it is what that step reports of the inputs.
    """
    if model.loss is None and type(model).compute_loss is keras.Model.compute_loss and not model.losses:
        return step_loss(model, inputs, targets)
    total = model.compute_loss(x=backend.tensors(inputs), y=backend.tensors(targets), y_pred=y_pred, training=False)
    return backend.number(ops.sum(total)) - constant.penalty(model)


def step_loss(model, inputs, targets):
    """The loss that the model's own train_step reports of a batch; NaN where it reports none of that name."""
    return backend.dry_step(model, backend.batch((inputs, targets)))[0].get("loss", np.nan)


def same(one, other):
    return bool(np.isclose(one, other, rtol=1e-5, atol=1e-6))


class Contract:
    """What the compiled loss says about a batch.

    Args:
        model: compiled and built.
        declared: the nested.Declared targets, or a nest of them.
        batch: (inputs, targets).
        y_pred: the network's predictions for it.
        perfect: f(y_true) → the y_pred that leaves nothing to be desired, as conf/loss names it; or None.
    """

    def __init__(self, model, declared, batch, y_pred, perfect=None):
        self.model, self.y_pred = model, y_pred
        self.batch = self.inputs, self.targets = batch
        self.declared = tree.flatten(declared)
        self.predictions = [ops.convert_to_numpy(leaf) for leaf in tree.flatten(y_pred)]
        leaves = [] if self.targets is None else tree.flatten(self.targets)
        known = len(leaves) == len(self.declared) == len(self.predictions)
        self.perfect = perfect and list(map(ops.convert_to_numpy, tree.flatten(perfect(self.targets))))
        self.shapes = [(y.shape, p.shape) for y, p in zip(leaves, self.predictions, strict=True)] if known else []
        self.truths = [truth(*of) for of in zip(self.declared, leaves, self.predictions, strict=True)] if known else []
        if self.perfect:
            self.truths = [("values", right) for right in self.perfect]
        elif None not in self.truths and constant.own_loss(model):
            self.truths = [as_questions(*one) for one in self.truths]

    @property
    def unknown(self):
        """Why right and wrong predictions cannot be made up, in a sentence; empty where they can."""
        if self.targets is None:
            return "there are no targets"
        if not constant.asks_only_predictions(self.model):
            return "the model computes its loss by itself, from more than targets and predictions"
        if not self.truths or None in self.truths:
            return "what a perfect prediction is cannot be told; `perfect` in conf/loss may say it"
        return DRAWS if self.draws else ""

    @property
    def styles(self):
        return [] if self.unknown else [style for style, _ in self.truths]

    @property
    def style(self):
        """Of the only output; empty where there are several, or it is not known."""
        return self.styles[0] if len(self.styles) == 1 else ""

    def ask(self, arrays, targets=None):
        """The loss of these predictions, one array an output."""
        y_pred = tree.pack_sequence_as(self.y_pred, [ops.convert_to_tensor(a.astype("float32")) for a in arrays])
        return loss_of(self.model, None, self.targets if targets is None else targets, y_pred)

    def made(self, scale, side=0, doubt=0.0):
        """Predictions that are right (side 0) or wrong (1, and for values also -1).

        Wrong is another class or the other label; of values a step as large as they vary, and not the same for all,
        since some losses ignore a common one.

        Args:
            scale: of logits; 0 for probabilities.
            doubt: how far probabilities stay away from 0 and 1.
        """
        arrays = []
        for style, right in self.truths:
            if style == "values":
                noise = np.random.default_rng(0).normal(size=right.shape).astype("float32")
                arrays.append(right + side * (right.std() or 1.0) * noise)
                continue
            wrong = np.roll(right, 1, axis=-1) if style == "units" else 1 - right
            chosen = wrong if side else right
            arrays.append((2 * chosen - 1) * scale if scale else np.clip(chosen, doubt, 1 - doubt))
        return arrays

    @functools.cached_property
    def right_and_wrong(self):
        """[(the loss of right predictions, of wrong ones)], as logits and as probabilities where both are possible.

        Of values, the higher loss of those that lie too high and those that lie too low.
        """
        scales = (0,) if all(self.probabilities) or self.expects == "probabilities" else (SURE, 0)
        made = [[self.ask(self.made(scale, side, doubt=0.01)) for side in (0, 1, -1)] for scale in scales]
        return [(right, max(up, down)) for right, up, down in made]

    @functools.cached_property
    def exchanged(self):
        """The loss of right predictions, and the loss when each sample gets the right prediction of another one."""
        return self.with_others(self.made(0 if all(self.probabilities) else SURE))

    @functools.cached_property
    def drawn_exchanged(self):
        """The same of predictions drawn from 0 … 1, which no loss takes for extreme ones."""
        rng = np.random.default_rng(0)
        return self.with_others([rng.uniform(size=p.shape) for p in self.predictions])

    def with_others(self, arrays):
        return self.ask(arrays), self.ask([np.roll(array, 1, axis=0) for array in arrays])

    @functools.cached_property
    def network(self):
        """The loss of the network's own predictions on the batch, and on the batch twice over."""
        return self.of_batch(lambda a: a), self.of_batch(lambda a: np.concatenate([a, a]))

    @functools.cached_property
    def draws(self):
        """Whether the loss of the same predictions is another one when it is computed again."""
        # Two of many draws may lie as near as rounding; not four.
        first, *others = (self.of_batch(lambda a: a) for _ in range(4))
        return not np.isclose(first, others, rtol=1e-5, atol=1e-6, equal_nan=True).all()

    def of_batch(self, change):
        """The loss of the network's own predictions, after a change of each array of the batch."""
        parts = self.inputs, self.targets, tree.map_structure(ops.convert_to_numpy, self.y_pred)
        inputs, targets, y_pred = (None if part is None else tree.map_structure(change, part) for part in parts)
        return loss_of(self.model, inputs, targets, backend.tensors(y_pred))

    @functools.cached_property
    def alone(self):
        """[(the shape of the loss of FEW samples before it is averaged, whether one sample's moves with the prediction
        for another)] of each output; empty of too few samples, and where losses, targets and outputs are no pairs."""
        losses, *pairs = map(tree.flatten, (self.model.loss, self.targets, self.y_pred))
        if None in losses or {len(losses)} != {*map(len, pairs)} or len(pairs[1][0]) < FEW:
            return []
        every = (private.loss_object(keras.losses.get(loss)) for loss in losses)
        some = ([ops.convert_to_tensor(leaf[:FEW]) for leaf in part] for part in pairs)
        return [by_itself(loss.call, *pair) for loss, *pair in zip(every, *some, strict=True)]

    @functools.cached_property
    def aligned(self):
        """The loss of the network's predictions with targets as they come, and with targets of the same shape."""
        pairs = zip(tree.flatten(self.targets), self.shapes, strict=True)
        targets = [np.reshape(leaf, p) if p == (*y, 1) or y == (*p, 1) else leaf for leaf, (y, p) in pairs]
        return self.ask(self.predictions), self.ask(self.predictions, tree.pack_sequence_as(self.targets, targets))

    @functools.cached_property
    def probabilities(self):
        """Whether each output lies in 0 … 1 and, where its units are classes, sums to 1."""
        return [
            within(p) and bool(p.any()) and (style != "units" or sums_to_one(p, tolerance=HALF_PRECISION))
            for style, p in zip(self.styles, self.predictions, strict=True)
        ]

    @functools.cached_property
    def expects(self):
        """What the loss of a single output takes predictions for: "logits", "probabilities", or None: cannot be told.

        A softmax ignores what is added to all units; clipped probabilities end at 0 and 1. Of values it is told only
        where the outputs are shares.
        """
        if self.style == "units" or self.style == "values" and sums_to_one(self.predictions[0], -1, HALF_PRECISION):
            some = np.random.default_rng(0).normal(size=self.truths[0][1].shape)
            if same(self.ask([some]), self.ask([some + 1])) and not same(self.ask([some]), self.ask([2 * some])):
                return "logits"
            if self.style == "values":
                return None
            once, again = self.drops
            return "probabilities" if abs(once - again) < 1e-4 * max(1, abs(once)) else None
        if self.style != "binary":
            return None
        sign = 2 * self.truths[0][1] - 1
        beyond = [self.ask([0.5 + side * sign * (size - 0.5)]) for side in (1, -1) for size in (2, 3)]
        if all(not np.isfinite(a) or same(a, b) for a, b in (beyond[:2], beyond[2:])):
            return "probabilities"
        logistic = np.log1p(np.exp(-2)) / np.log1p(np.exp(-3))
        two, three = self.ask([2 * sign]), logistic * self.ask([3 * sign])
        return "logits" if abs(two - three) < 1e-2 * abs(three) else None  # a hinge has come to 0 there

    @functools.cached_property
    def drops(self):
        """How far the loss falls when all units answer twice as much, and when they do so again.

        Doubling every output lowers a logarithmic loss by ln 2 each time, times its weights; where Keras divides the
        outputs by their sum, by 0.
        """
        losses = [self.ask([np.full(self.truths[0][1].shape, share)]) for share in (0.1, 0.2, 0.4)]
        return losses[0] - losses[1], losses[1] - losses[2]

    @property
    def span(self):
        low, high = min(p.min() for p in self.predictions), max(p.max() for p in self.predictions)
        return f"the predictions span {low:.3g} … {high:.3g}"

    @functools.cached_property
    def misread(self):
        """{cause: because} where the only output is not what the loss takes it for; empty too where no one can tell."""
        if self.perfect and [one.kind for one in self.declared] == ["classes"]:  # then `values` may be logits
            as_units = Contract(self.model, self.declared[0], self.batch, self.y_pred)
            return as_units.misread if as_units.expects == "logits" else {}
        likely = self.expects == "probabilities" or within(self.predictions[0])  # else they are logits
        if not likely or self.style not in ("units", "binary") and self.expects != "logits":
            return {}
        (rows, *_), kind = perturb.possible(self.model, self.inputs), self.declared[0].kind
        self.model(backend.tensors(self.inputs), training=False)  # else add_loss keeps what was traced, without a value
        if misread.always_one(rows):
            return {"softmax-on-one-unit": "every prediction is exactly 1"}
        by_kind = "labels" if kind == "multilabel" else "question"
        between = by_kind if self.style == "binary" else "classes"
        wrong = misread.misread(misread.forms(rows, self.predictions[0]), self.expects, between)
        # That logits come from a relu is only odd: the rung forward remarks on it.
        return wrong[1] if wrong and (wrong[2] or self.expects == "probabilities") else {}

    @functools.cached_property
    def uninformed(self):
        """The loss of predictions that favour no class: right, none and wrong."""
        scale = 0 if all(self.probabilities) else EXTREME
        even = [0 if scale else 1 / t.shape[-1] if style == "units" else 0.5 for style, t in self.truths]
        none = [np.full(t.shape, p) for p, (_, t) in zip(even, self.truths, strict=True)]
        return self.ask(self.made(scale)), self.ask(none), self.ask(self.made(scale, 1))

    @functools.cached_property
    def degree(self):
        """The power of the error that the loss grows with: 2 for squared errors of values, 1 for all other losses."""
        if set(self.styles) != {"values"}:
            return 1.0
        right, once, twice = (self.ask(self.made(0, step)) for step in (0, 1, 2))
        return float(np.clip(np.log2((twice - right) / (once - right)), 1, 2)) if twice > once > right else 1.0

    def finite_at(self, logit):
        """Whether loss and gradient are finite at so certain predictions, right or wrong; at probabilities of 0 and 1,
        where the outputs are those."""
        targets = backend.tensors(self.targets)

        def value_and_gradient(arrays, i):
            """Of the i-th output, the others held."""

            def loss(array):
                leaves = [array if j == i else ops.convert_to_tensor(other) for j, other in enumerate(arrays)]
                return ops.sum(self.model.compute_loss(y=targets, y_pred=tree.pack_sequence_as(self.y_pred, leaves)))

            return backend.value_and_gradient(loss, arrays[i].astype("float32"))

        sides = [self.made(0 if all(self.probabilities) else logit, side) for side in (0, 1)]
        answers = [value_and_gradient(arrays, i) for arrays in sides for i in range(len(arrays))]
        return all(np.isfinite(part).all() for answer in answers for part in answer)


def by_itself(loss, y_true, y_pred):
    """(the shape of a loss before it is averaged, whether one sample's moves with the prediction for the first one)."""
    asked, other = loss(y_true, y_pred), loss(y_true, ops.concatenate([y_pred[1:2], y_pred[1:]]))
    shape = tuple(asked.shape)
    if shape[:1] != (len(y_pred),):
        return shape, False
    return shape, differ(*(backend.number(ops.sum(ops.abs(one[1:]))) for one in (asked, other)))
