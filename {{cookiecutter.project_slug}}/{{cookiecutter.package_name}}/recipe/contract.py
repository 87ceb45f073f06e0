"""MACHINERY. Questions to a compiled loss: what it says of right, wrong, extreme and repeated predictions.

They are put to `model.compute_loss`, so they hold for any loss, with Keras' reshaping, reduction and loss weights.
"""

import functools

import keras
import numpy as np
from keras import ops, tree
from keras.src.losses import losses

from . import backend, constant

SURE = 10.0  # a logit that leaves no doubt
FEW = 7  # samples: a prime number, which no other axis has by chance
EXTREME = 100.0  # a logit that overflows exp in float32


def tensors(nest):
    return None if nest is None else tree.map_structure(ops.convert_to_tensor, nest)


def loss_of(model, inputs, targets, y_pred):
    """The loss of predictions, without penalties; a model's own compute_loss gets the inputs too.

    Where the loss lives in a train_step of the model's own, it is what that step reports of the inputs.
    """
    if model.loss is None and constant.asks_only_predictions(model) and not model.losses:
        batch = (tensors(inputs),) if targets is None else (tensors(inputs), tensors(targets))
        return backend.dry_step(model, batch)[0]["loss"]
    total = model.compute_loss(x=tensors(inputs), y=tensors(targets), y_pred=y_pred, training=False)
    return float(ops.sum(total)) - constant.penalty(model)


def truth(declared, y_true, y_pred):
    """How one output's target reads as a perfect prediction.

    Args:
        declared: a network.Declared.
        y_true: the targets of a batch.
        y_pred: predictions, for their shape.

    Returns:
        ("units", one-hot or a distribution), ("binary", 0 or 1) or ("values", the target), the array in the shape of
        `y_pred`; None where target and prediction do not correspond.
    """
    shape, y_true = tuple(y_pred.shape), np.asarray(y_true)
    if y_true.shape == shape and shape[-1] > 1 and y_true.min() >= 0 and np.allclose(y_true.sum(-1), 1, atol=1e-3):
        return "units", y_true.astype("float32")  # one-hot, or a distribution, whatever it was declared as
    if declared.kind == "classes" and shape[-1] > 1:
        if y_true.shape[-1:] == (1,) and y_true.ndim == len(shape):
            y_true = y_true[..., 0]
        if y_true.shape == shape[:-1]:
            return "units", np.eye(shape[-1], dtype="float32")[np.clip(y_true.astype(int), 0, shape[-1] - 1)]
    if y_true.size != np.prod(shape):
        return None
    y_true = y_true.reshape(shape).astype("float32")
    if declared.kind in ("classes", "multilabel"):
        return "binary", (y_true == y_true.max()).astype("float32") if declared.kind == "classes" else y_true
    return ("values", y_true) if declared.kind == "values" else None


def same(one, other):
    return bool(np.isclose(one, other, rtol=1e-5, atol=1e-6))


def wrong(style, right):
    """Another class; the other label; for values see `offset`."""
    return np.roll(right, 1, axis=-1) if style == "units" else 1 - right


def offset(right):
    """A step away from values, as large as they vary; not the same for all, since some losses ignore a common one."""
    return (right.std() or 1.0) * np.random.default_rng(0).normal(size=right.shape).astype("float32")


def head_faults(style, p):
    """Faults of the head that fit a loss which is not the loss of its predictions, by their range and sums."""
    if p.shape[-1] == 1 and (p == 1).all():
        return ["softmax-on-one-unit"]
    if style == "units" and not np.allclose(p.sum(-1), 1, atol=1e-2):
        return [
            "softmax-over-wrong-axis" if sums_along_another_axis(p) else "sigmoid-for-single-label",
            "sigmoid-twice",
        ]
    return ["sigmoid-twice", "softmax-twice"] if style == "binary" else ["softmax-twice", "sigmoid-twice"]


def sums_along_another_axis(p):
    return any(np.allclose(p.sum(axis), 1, atol=1e-3) for axis in range(p.ndim - 1))


class Contract:
    """What the compiled loss says about a batch.

    Args:
        model: compiled and built.
        declared: the network.Declared targets, or a nest of them.
        batch: (inputs, targets).
        y_pred: the network's predictions for it.
    """

    def __init__(self, model, declared, batch, y_pred):
        self.model, self.y_pred = model, y_pred
        self.inputs, self.targets = batch
        self.declared = tree.flatten(declared)
        leaves = self.declared, tree.flatten(self.targets), tree.flatten(y_pred)
        known = self.targets is not None and len({len(part) for part in leaves}) == 1
        self.truths = [truth(*leaf) for leaf in zip(*leaves, strict=True)] if known else [None]
        self.shapes = [(tuple(y.shape), tuple(p.shape)) for y, p in zip(*leaves[1:], strict=True)] if known else []

    @property
    def unknown(self):
        """Why right and wrong predictions cannot be made up, in a sentence; empty where they can."""
        if self.targets is None:
            return "there are no targets"
        if not constant.asks_only_predictions(self.model):
            return "the model computes its loss by itself, from more than targets and predictions"
        if None in self.truths:
            return "targets and predictions do not correspond one to one, so a perfect prediction is not known"
        return ""

    @property
    def styles(self):
        return [style for style, _ in self.truths]

    def ask(self, arrays, targets=None):
        """The loss of these predictions, one array an output."""
        y_pred = tree.pack_sequence_as(self.y_pred, [ops.convert_to_tensor(a.astype("float32")) for a in arrays])
        return loss_of(self.model, None, self.targets if targets is None else targets, y_pred)

    def made(self, scale, opposite=0, doubt=0.0):
        """Predictions that are right (opposite=0) or wrong (1, and for values also -1).

        Args:
            scale: of logits; 0 for probabilities.
            doubt: how far probabilities stay away from 0 and 1.
        """
        arrays = []
        for style, right in self.truths:
            if style == "values":
                arrays.append(right + opposite * offset(right))
                continue
            chosen = wrong(style, right) if opposite else right
            arrays.append((2 * chosen - 1) * scale if scale else np.clip(chosen, doubt, 1 - doubt))
        return arrays

    @functools.cached_property
    def right_and_wrong(self):
        """[(loss of right, loss of wrong)] of logits and of probabilities, or what fits; of values the worse side."""
        certain = 0 if all(self.probabilities) or self.expects == "probabilities" else None
        scales = (SURE, 0) if certain is None else (0,)
        made = [[self.made(scale, side, doubt=0.01) for side in (0, 1, -1)] for scale in scales]
        return [(self.ask(right), max(self.ask(up), self.ask(down))) for right, up, down in made]

    @functools.cached_property
    def lowest(self):
        return min(value for pair in self.right_and_wrong for value in pair)

    @functools.cached_property
    def network(self):
        """The loss of the network's own predictions, and of the same batch doubled, and backwards."""

        def ask(change):
            parts = (self.inputs, self.targets, self.y_pred)
            inputs, targets, y_pred = (None if part is None else tree.map_structure(change, part) for part in parts)
            return loss_of(self.model, inputs, targets, tensors(y_pred))

        double = ask(lambda a: np.concatenate([ops.convert_to_numpy(a)] * 2))
        return ask(ops.convert_to_numpy), double, ask(lambda a: ops.convert_to_numpy(a)[::-1].copy())

    @functools.cached_property
    def unreduced(self):
        """(samples, shape of what the loss of one output answers to them before it is averaged); None if not known."""
        if self.unknown or len(self.truths) > 1 or len(self.y_pred) < FEW or self.model.loss is None:
            return None
        loss = keras.losses.get(tree.flatten(self.model.loss)[0])
        loss = loss if isinstance(loss, keras.losses.Loss) else losses.LossFunctionWrapper(loss)
        y_true, y_pred = (tree.flatten(part)[0][:FEW] for part in (self.targets, self.y_pred))
        return FEW, tuple(loss.call(ops.convert_to_tensor(y_true), y_pred).shape)

    @functools.cached_property
    def aligned(self):
        """The loss of the network's predictions with targets as they come, and with targets of the same shape."""
        predictions = [ops.convert_to_numpy(leaf) for leaf in tree.flatten(self.y_pred)]
        targets = [
            np.reshape(leaf, p) if p == (*y, 1) or y == (*p, 1) else leaf
            for leaf, (y, p) in zip(tree.flatten(self.targets), self.shapes, strict=True)
        ]
        return self.ask(predictions), self.ask(predictions, tree.pack_sequence_as(self.targets, targets))

    @functools.cached_property
    def probabilities(self):
        """Whether each output lies in 0 … 1 and, where its units are classes, sums to 1."""
        return [
            bool(p.min() >= 0 and p.max() <= 1 and p.any())
            and (style != "units" or np.allclose(p.sum(-1), 1, atol=1e-2))
            for (style, _), p in zip(self.truths, map(ops.convert_to_numpy, tree.flatten(self.y_pred)), strict=True)
        ]

    @functools.cached_property
    def expects(self):
        """What the loss of a single output takes predictions for: "logits", "probabilities", or None: cannot be told.

        A softmax ignores what is added to all units; clipped probabilities end at 0 and 1.
        """
        if self.styles == ["units"]:
            some = np.random.default_rng(0).normal(size=self.truths[0][1].shape)
            if same(self.ask([some]), self.ask([some + 1])) and not same(self.ask([some]), self.ask([2 * some])):
                return "logits"
            even = np.full(some.shape, 0.1)
            drop = self.ask([even]) - self.ask([2 * even])  # ln 2, or 0 where Keras has divided by the sum
            return "probabilities" if min(abs(drop), abs(drop - np.log(2))) < 1e-4 else None
        if self.styles != ["binary"]:
            return None
        sign = 2 * self.truths[0][1] - 1
        beyond = [self.ask([0.5 + side * sign * (size - 0.5)]) for side in (1, -1) for size in (2, 3)]
        if all(not np.isfinite(a) or same(a, b) for a, b in (beyond[:2], beyond[2:])):
            return "probabilities"
        logistic = np.log1p(np.exp(-2)) / np.log1p(np.exp(-3))
        return "logits" if abs(self.ask([2 * sign]) / self.ask([3 * sign]) / logistic - 1) < 1e-2 else None

    @functools.cached_property
    def shared_labels(self):
        """Whether the outputs of a sample sum to 1 although its labels do not."""
        if self.unknown or self.styles != ["binary"] or self.declared[0].kind != "multilabel":
            return False
        p, labels = ops.convert_to_numpy(tree.flatten(self.y_pred)[0]), self.truths[0][1]
        return p.min() >= 0 and np.allclose(p.sum(-1), 1, atol=1e-3) and not np.allclose(labels.sum(-1), 1)

    @functools.cached_property
    def uninformed(self):
        """The loss of predictions that favour no class: right, none and wrong."""
        scale = 0 if all(self.probabilities) else EXTREME
        even = [1 / t.shape[-1] if style == "units" else 0.5 for style, t in self.truths]
        none = [np.full(t.shape, 0 if scale else p) for p, (_, t) in zip(even, self.truths, strict=True)]
        return self.ask(self.made(scale)), self.ask(none), self.ask(self.made(scale, 1))

    @functools.cached_property
    def mean_weight(self):
        """Where the loss is a crossentropy with weights by class: their mean over the batch; else None."""
        scale = 0 if all(self.probabilities) else 1.0
        (style, t), *others = self.truths
        if others or style == "values" or not np.isin(t, (0, 1)).all():
            return None
        units = t.shape[-1] if style == "units" else 2
        leaning = t * 0.75 + (1 - t) * 0.25 / (units - 1) if scale == 0 else (2 * t - 1) * scale
        odds = 2 if style == "units" else 1  # two logits differ by twice the scale, one differs from 0 by it
        expected = -np.log(0.75) if scale == 0 else np.log1p((units - 1) * np.exp(-odds * scale))
        weights = self.ask([leaning]) / expected, self.uninformed[1] / np.log(units)
        return weights[1] if np.isclose(*weights, rtol=1e-2) else None

    @functools.cached_property
    def jump(self):
        """How far the loss moves, relative, when undecided predictions lean a little to one class or another."""
        (style, t), *others = self.truths
        if others or style != "units":
            return 0.0
        even = np.full(t.shape, 1 / t.shape[-1])
        leaning = [self.ask([even + 1e-3 * np.eye(t.shape[-1])[unit]]) for unit in range(min(t.shape[-1], FEW))]
        return float(np.ptp(leaning) / max(np.abs(leaning)))

    @functools.cached_property
    def degree(self):
        """Of the loss in the error: 2 where values are squared; 1 for all else."""
        if set(self.styles) != {"values"}:
            return 1.0
        right, once, twice = (self.ask(self.made(0, step)) for step in (0, 1, 2))
        return float(np.clip(np.log2((twice - right) / (once - right)), 1, 2)) if twice > once > right else 1.0

    @functools.cached_property
    def extremes(self):
        """Whether loss and gradient are finite at the most certain predictions, right or wrong."""
        scale = 0 if all(self.probabilities) else EXTREME
        targets = tensors(self.targets)
        for side in (0, 1):
            arrays = self.made(scale, side)
            sizes = np.cumsum([0] + [array.size for array in arrays])

            def loss(flat, arrays=arrays, sizes=sizes):
                parts = [ops.reshape(flat[a:b], c.shape) for a, b, c in zip(sizes, sizes[1:], arrays, strict=False)]
                return ops.sum(self.model.compute_loss(y=targets, y_pred=tree.pack_sequence_as(self.y_pred, parts)))

            flat = np.concatenate([array.ravel() for array in arrays]).astype("float32")
            value, gradient = backend.value_and_gradient(loss, flat)
            if not (np.isfinite(value) and np.isfinite(gradient).all()):
                return False
        return True
