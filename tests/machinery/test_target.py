"""Between rounds a subset is looked at as `evaluate` would: to the last digit, and heard by the same callbacks."""

import dataclasses
import json

import keras
import numpy as np
import pytest
from conftest import compose
from paper_net import train as script
from paper_net.recipe.keep import run_files
from paper_net.recipe.keras_side import private
from paper_net.recipe.prepare import batches, samples
from paper_net.recipe.run.target import Target

ROUNDS = ["training.subset.steps=60", "optimizer.learning_rate=0.0003", "training.subset.target=0.001"]
TOP = "+training.metrics.top={_target_: keras.metrics.SparseTopKCategoricalAccuracy, k: 3, name: top}"
HEARS = "+training.callbacks.hears={_target_: test_target.Hears}"
AVERAGED = "training.average=0.9"


class Hears(keras.callbacks.Callback):
    """Notes what it hears, the first of the weights that are looked at, and the figures of the round."""

    heard = []

    def on_test_begin(self, logs=None):
        self.heard.append(("begin", self.model.get_weights()[0].tolist()))

    def on_test_batch_begin(self, batch, logs=None):
        self.heard.append(("batch begins", None))

    def on_test_batch_end(self, batch, logs=None):
        self.heard.append(("batch", None))

    def on_test_end(self, logs=None):
        self.heard.append(("end", logs))

    def on_epoch_end(self, epoch, logs=None):
        self.heard.append(("epoch", dict(logs)))


def rows(run_dir, *overrides):
    run_dir.mkdir(exist_ok=True)
    script.train(compose(*ROUNDS, *overrides), run_dir)
    return run_files.read_history(run_dir)


def validated_by_fit(monkeypatch):
    """Lets `fit` validate a subset by itself, as it does the validation split."""
    plan = batches.plan

    def with_validation(cfg, data):
        return dataclasses.replace(plan(cfg, data), validation=data.validation)

    monkeypatch.setattr(batches, "plan", with_validation)


@pytest.mark.parametrize(
    "overrides",
    [
        ["data.subset=1"],
        ["data.subset=10", AVERAGED],
        ["data.subset=60", "training.validation_batch_size=7", TOP],
        ["data=digits", "data.subset=10", "training.precision=mixed_bfloat16"],
        ["data.subset=3", "debug=true", "training.subset.steps=20"],
    ],
)
def test_the_figures_are_to_the_last_digit_those_of_a_validation(tmp_path, monkeypatch, overrides):
    looked = rows(tmp_path / "looked", *overrides)
    validated_by_fit(monkeypatch)
    assert looked == rows(tmp_path / "validated", *overrides)
    results = [json.loads((tmp_path / way / "result.json").read_text()) for way in ("looked", "validated")]
    assert {**results[0], "seconds": 0} == {**results[1], "seconds": 0} and "val/accuracy" in results[0]


def test_floats_of_another_type_are_looked_at_as_keras_takes_them():
    rng = np.random.default_rng(0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    model.compile(loss="mse", metrics=["mae"])
    split = rng.normal(size=(9, 4)), rng.normal(size=(9, 2))  # float64
    plan = type("Plan", (), {"validation": None, "validation_batch_size": 4})
    looking = Target(None, samples.Data(split, split, None, np.arange(9), None), plan)
    assert [len(x) for x, _ in looking.batches] == [4, 4, 1]
    assert looking.look(model) == model.evaluate(*split, batch_size=4, verbose=0, return_dict=True)


def test_fit_validates_no_subset(tmp_path):
    cfg = compose("data.subset=1")
    given = private.arguments_of_fit(lambda: script.train(cfg, tmp_path))
    assert given["validation_data"] is None
    cfg.data.subset = "all"
    given = private.arguments_of_fit(lambda: script.train(cfg, tmp_path))
    assert given["validation_data"] is not None


def test_what_fit_has_validated_is_not_looked_at_again(tmp_path, monkeypatch):
    fit = keras.Model.fit
    other = samples.load(compose()).validation

    def fitted(self, *arguments, **options):
        return fit(self, *arguments, **{**options, "validation_data": other})

    looked = rows(tmp_path / "looked", "data.subset=1")
    monkeypatch.setattr(keras.Model, "fit", fitted)
    validated = rows(tmp_path / "validated", "data.subset=1")
    assert [row["train/loss"] for row in validated] == [row["train/loss"] for row in looked]
    assert not {row["val/loss"] for row in validated} & {row["val/loss"] for row in looked}


def test_callbacks_hear_of_a_look_what_they_would_of_a_validation(tmp_path, monkeypatch):
    Hears.heard = looked = []
    rows(tmp_path / "looked", "data.subset=10", AVERAGED, HEARS)
    Hears.heard = validated = []
    validated_by_fit(monkeypatch)
    rows(tmp_path / "validated", "data.subset=10", AVERAGED, HEARS)
    assert looked == validated
    assert [name for name, _ in looked[:5]] == ["begin", "batch begins", "batch", "end", "epoch"]


def test_the_optimizer_has_its_variables_before_a_step_is_traced(tmp_path, monkeypatch):
    built, step = [], keras.Model.train_step

    def tracing(self, *arguments):
        built.append(self.optimizer.built)
        return step(self, *arguments)

    monkeypatch.setattr(keras.Model, "train_step", tracing)
    rows(tmp_path, "data.subset=1")
    assert built and all(built)


def test_the_optimizer_of_a_network_that_is_built_later_is_built_by_keras():
    class Later(keras.Model):
        """Says that it is built before its layer is."""

        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(1)
            self.built = True

        def call(self, x):
            return self.dense(x)

    model = Later()
    model.compile(optimizer="adam", loss="mse")
    private.build_optimizer(model)
    assert not model.optimizer.built
    model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
    assert len(model.optimizer.variables) > 2
