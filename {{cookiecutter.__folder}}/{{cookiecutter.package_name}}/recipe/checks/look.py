"""MACHINERY. Rung `look`: do I know my data? Asked of the arrays, and of what train.py really hands to `fit`."""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from keras import tree

from ..measure import array_statistics, fed_batches, heads, layer_calls
from ..measure.measuring import Measuring
from ..prepare import nested, samples
from . import arrays, batches_fed, by_hand, model_meets_data, splits, splits_apart

MOST_ROWS = 3000  # of which statistics are taken
ROWS_THROUGH = 256  # that are sent through the untrained network


@dataclass(frozen=True, eq=False)
class Part:
    """One input or one target.

    Args:
        name: among several; else `inputs` or `targets`.
        declared: a nested.Declared.
        whole: all that training has of it, an array or a source's Column.
        train, validation: some samples of each split as arrays; None without validation.
        loss: a heads.Loss, of a target under one of Keras' own losses.
    """

    name: str
    declared: Any
    whole: Any
    train: np.ndarray
    validation: np.ndarray | None
    loss: Any = None

    @property
    def one_class(self):
        """Whether it is a target of one class a sample, or of one label."""
        return self.declared.kind in ("classes", "multilabel") and self.train.size == len(self.train)

    @property
    def every(self):
        """All that training has, as far as it lies in memory."""
        return self.whole if isinstance(self.whole, np.ndarray) else self.train


class Measured(Measuring):
    """What the rung looks at, each measured when first asked for."""

    @functools.cached_property
    def fed(self):
        """What `fit` gets: fed_batches.Fed, or None where train.py does not call it."""
        return fed_batches.fed(self.program)

    @functools.cached_property
    def train(self):
        """(inputs, targets) of some training samples: as `fit` gets them, where those are nested as declared."""
        shown = self.fed and fed_batches.joined(self.fed.passes[0])
        return samples.some(self.as_declared(shown) or self.data.train, MOST_ROWS)

    @functools.cached_property
    def many(self):
        """(inputs, targets) of many training samples as load() returned them, among which others are sought."""
        return samples.some(self.data.train, array_statistics.MOST_HASHED)

    def few(self, number):
        """Inputs of so many training samples, to be changed: integers where an Embedding looks them up."""
        few = samples.take(self.train[0], slice(0, number))
        pairs = zip(tree.flatten(few), layer_calls.looked_up(self.model, few), strict=True)
        return tree.pack_sequence_as(few, [leaf.astype("int32") if size else leaf for leaf, size in pairs])

    @functools.cached_property
    def held(self):
        """(inputs, targets) for validation, as `fit` gets them; None without any."""
        if self.fed is None:
            return self.data.validation
        return fed_batches.rows_of(self.fed.validation, array_statistics.MOST_HASHED)

    @functools.cached_property
    def validation(self):
        """(inputs, targets) of some validation samples; None without any."""
        return self.held and samples.some(self.held, MOST_ROWS)

    @functools.cached_property
    def model(self):
        """Untrained; as compiled where `fit` has been seen."""
        return self.fed.model if self.fed else self.program.compiled()

    @functools.cached_property
    def inputs(self):
        return self.parts(0, self.program.inputs)

    @functools.cached_property
    def targets(self):
        return self.parts(1, self.program.targets, heads.loss_by_head(self.model, self.program.targets))

    def as_declared(self, split):
        """The split where it is nested as declared, else None."""
        pairs = zip(split or [], (self.program.inputs, self.program.targets), strict=False)
        return split if split and all(part is None or nested.paired(part, like) for part, like in pairs) else None

    def parts(self, side, declared, losses=None):
        """[Part] of the inputs (side 0) or targets (1); empty where data and declarations are not nested alike."""
        if self.train[side] is None:
            return []
        train = nested.paired(self.train[side], declared)
        whole = nested.paired(self.data.train[side], declared) or train
        held = nested.paired(self.validation[side], declared) if self.as_declared(self.validation) else []
        losses = losses or [None] * len(train)
        return [
            Part(name or ("inputs", "targets")[side], leaf, whole[i][1], array, held[i][1] if held else None, losses[i])
            for i, (name, array, leaf) in enumerate(train)
        ]

    @functools.cached_property
    def calls(self):
        """The layers' calls for some training samples, with the largest integers among them; up to a crash, where an
        Embedding may be why."""
        inputs = self.train[0]
        largest = [int(leaf.reshape(len(leaf), -1).max(axis=1).argmax()) for leaf in samples.leaves(inputs)]
        few = np.unique([*largest, *range(min(ROWS_THROUGH, samples.count((inputs,))))])
        made, _, error = layer_calls.until_crash(self.model, samples.take(inputs, few))
        if error and not layer_calls.embedded(made):
            raise error
        return made

    @functools.cached_property
    def embedded(self):
        return layer_calls.embedded(self.calls)


# In the order of diagnosis: what is certain first, what costs most or says least last.
CHECKS = (
    by_hand.of_data,
    arrays.as_declared,
    arrays.finite,
    arrays.label_contract,
    model_meets_data.tokens,
    splits.classes_in_both,
    splits.lengths_in_both,
    splits_apart.splits_apart,
    splits_apart.groups_apart,
    splits_apart.test_unseen,
    splits_apart.validation_independent,
    splits_apart.oversampled_after,
    splits.scaled_alike,
    arrays.features_vary,
    model_meets_data.scaled,
    arrays.bytes_kept,
    arrays.neighbours,
    arrays.loaded_in_rows,
    arrays.target_hidden,
    model_meets_data.targets_reachable,
    model_meets_data.next_step_hidden,
    model_meets_data.steps_read,
    model_meets_data.padding,
    batches_fed.batches,
    batches_fed.pairs_kept,
    batches_fed.moved_together,
    batches_fed.shuffled,
    splits.class_balance,
    splits.scaler,
)
