"""The faults that the suite injects into healthy programs: each applies to some program, and changes it."""

import sys
from pathlib import Path
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from conftest import compose
from keras import layers
from paper_net.recipe.prepare.nested import declared
from paper_net.recipe.run.program import Program
from paper_net.recipe.tries.seen import Seen

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "faults"), str(TESTS / "healthy")]

import mutations  # noqa: E402
import suite  # noqa: E402

VALUE = {"shape": [1], "dtype": "float32", "kind": "values"}
LABELS = {"shape": [3], "dtype": "float32", "kind": "multilabel"}
ILL = {"shape": [1], "dtype": "int32", "kind": "multilabel"}
CLASSES = {"shape": [], "dtype": "int32", "kind": "classes", "classes": 3}
RNG = np.random.default_rng(0)


def stack(shape, *parts):
    values = x = keras.Input(shape)
    for part in parts:
        x = part(x)
    return keras.Model(values, x)


def seen(model, targets, *overrides, inputs=(6,)):
    """A healthy program as the operators see it, on a few made-up samples."""
    found = Seen(Program(compose(*overrides, config="recipe"), None))
    found.program.targets = target = declared(targets)
    shape = (40, *target.sizes)
    y = RNG.normal(size=shape) if target.kind == "values" else RNG.integers(0, target.classes or 2, shape)
    x = RNG.integers(0, 9, (40, *inputs)) if model == "words" else RNG.normal(size=(40, *inputs)).astype("float32")
    split = x, y.astype(target.dtype)
    found.data = SimpleNamespace(train=split, test=split)
    found.model = stack(inputs, layers.Dense(1)) if model == "words" else model
    found.answer_shape = found.model.output_shape[1:]
    return found


@pytest.fixture(scope="module")
def programs():
    hidden = [layers.Dense(8, activation="relu") for _ in range(5)]
    norms = layers.Conv2D(4, 3, activation="relu"), layers.BatchNormalization(), layers.Flatten()
    bce, mse = "loss.function._target_=keras.losses.BinaryCrossentropy", "loss=mean_squared_error"
    values = stack((6,), layers.Dense(8, activation="relu"), layers.Dense(1))
    return [
        seen(stack((6,), *hidden, layers.Dropout(0.2), layers.Dense(3)), CLASSES),
        seen(stack((6, 6, 2), *norms, layers.Dense(3)), CLASSES, "optimizer=sgd", inputs=(6, 6, 2)),
        seen(values, VALUE, mse),
        seen(stack((6,), layers.Dense(3)), LABELS, bce),
        seen(stack((6,), layers.Dense(1)), ILL, bce),
        seen("words", CLASSES),
    ]


@pytest.mark.parametrize("name", mutations.MUTATIONS)
def test_each_fault_can_be_injected_somewhere(programs, name):
    changes = []
    for program in programs:
        try:
            changes.append(mutations.MUTATIONS[name](program))
        except (AttributeError, ValueError, IndexError) as error:  # of a kind that it cannot change
            changes.append(None)
            last = error
    changes = [change for change in changes if change]
    assert changes, locals().get("last")
    assert all(change.overrides or change.model or change.splits for change in changes)


def test_arrays_are_changed_and_those_given_are_left(programs):
    table = programs[0].data.train
    for name in ("inputs-not-scaled", "data-not-finite", "labels-not-from-zero", "target-leaks-into-features"):
        splits = {"train": table, "validation": table}
        kept = [side.copy() for side in table]
        changed = mutations.MUTATIONS[name](programs[0]).splits(splits)["train"]
        assert not all(np.array_equal(a, b, equal_nan=True) for a, b in zip(changed, kept, strict=True)), name
        assert all(np.array_equal(a, b) for a, b in zip(table, kept, strict=True)), name


def test_the_suite_draws_every_fault_by_its_seed():
    drawn = [next(suite.mutants(0)).name for _ in range(2)]
    assert drawn[0] == drawn[1]
    turn = [case for case, _ in zip(suite.mutants(1), mutations.MUTATIONS, strict=False)]
    assert {case.mutation for case in turn} == {*mutations.MUTATIONS} and len(turn) >= 40
    assert {*mutations.DISHONEST} <= {*mutations.MUTATIONS}
