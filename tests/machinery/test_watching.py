"""What a training leaves that validates nothing, names no loss, or breaks."""

import json

import keras
import pytest
from paper_net import recipe, train
from paper_net.recipe.keep import identical, project, run_files
from paper_net.recipe.launch import application  # noqa: F401
from paper_net.recipe.paper import paper_yaml  # noqa: F401
from paper_net.recipe.run import watching  # noqa: F401

SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=2", "training.subset.steps=40"]


def test_a_training_that_validates_nothing_is_done(tmp_path, monkeypatch):
    fit = keras.Model.fit
    monkeypatch.setattr(keras.Model, "fit", lambda self, *a, validation_data=None, **k: fit(self, *a, **k))
    assert train.train(project.compose(SMALL), tmp_path) is None
    assert json.loads((tmp_path / "result.json").read_text())["status"] == "done"
    assert len(run_files.read_history(tmp_path)) == 2


def test_null_in_the_place_of_a_callback_or_a_metric_means_without(tmp_path):
    without = ["+training.callbacks.plateau=null", "training.metrics.accuracy=null"]
    train.train(project.compose([*SMALL, "data.subset=1", *without]), tmp_path)
    assert json.loads((tmp_path / "result.json").read_text())["reached"]
    assert set(run_files.read_history(tmp_path)[0]) == {"epoch", "step", "train/loss", "val/loss"}


def test_the_line_of_a_training_that_reports_no_loss_says_so():
    result = {"samples": 1, "steps": 20, "seconds": 1.0, "indices": [3], "target": None, "weights": "last weights"}
    said = watching.closing_line({**result, "val/loss": 0.5}, "outputs/x")
    assert "loss unknown in training mode, 0.5 in inference mode" in said


def test_the_line_of_a_training_whose_loss_is_no_number_says_so():
    result = {"samples": 1, "steps": 20, "seconds": 1.0, "indices": None, "target": None, "weights": "last weights"}
    said = watching.closing_line({**result, "train/loss": float("nan"), "val/loss": float("inf")}, "outputs/x")
    assert said.splitlines()[1] == "The loss is no number: python -m paper_net.recipe asks where that begins"
    assert len(watching.closing_line({**result, "train/loss": 0.1}, "outputs/x").splitlines()) == 1


def test_a_log_without_a_terminal_gets_a_line_a_minute(tmp_path, monkeypatch, capsys):
    clock = iter([0, 30, 60, 90, 119, 200])  # at the start, and at the end of each epoch
    monkeypatch.setattr(watching.time, "monotonic", lambda: next(clock))
    monkeypatch.chdir(tmp_path)
    progress = watching.Progress(5, tmp_path / "run")
    progress.on_train_begin()
    for epoch in range(5):
        progress.on_epoch_end(epoch, {"loss": 0.5 - 0.1 * epoch, "val_loss": 1.0})
    # After 60 s two of five epochs are done. The last one has the run's own closing line.
    assert capsys.readouterr().out == "epoch 2/5  loss 0.4  val 1  90 s left → run\n"


def test_a_training_that_goes_on_counts_its_own_epochs_for_the_time_left(tmp_path, monkeypatch, capsys):
    clock = iter([0, 100])
    monkeypatch.setattr(watching.time, "monotonic", lambda: next(clock))
    progress = watching.Progress(50, tmp_path)
    progress.on_train_begin()
    progress.on_epoch_end(47, {})
    assert capsys.readouterr().out.startswith("epoch 48/50  3 min left")  # two of 100 s


def test_the_bar_is_gone_when_a_training_breaks(monkeypatch):
    closed = []
    monkeypatch.setattr(watching.Progress, "close", lambda self, logs=None: closed.append(True))

    class Broken(Exception):
        pass

    cfg = project.compose(SMALL)
    monkeypatch.setattr(watching, "keep_record", lambda *_: None)
    monkeypatch.setattr(watching, "Watch", lambda *_: None)
    with pytest.raises(Broken), watching.watch(cfg, None, None, type("Plan", (), {"epochs": 3})):
        raise Broken
    assert closed


def fitted(monkeypatch, times):
    """Makes of each `fit` so many."""
    fit = keras.Model.fit

    def several(self, *arguments, **options):
        for number in range(times):
            fit(self, *arguments, **{**options, "initial_epoch": 0 if number else options["initial_epoch"]})

    monkeypatch.setattr(keras.Model, "fit", several)


@pytest.mark.parametrize("subset", ["all", "10"])
def test_two_fits_are_counted_on(tmp_path, monkeypatch, caplog, subset):
    fitted(monkeypatch, 2)
    train.train(project.compose([*SMALL, f"data.subset={subset}", "training.subset.target=1e-30"]), tmp_path)
    rows, result = run_files.read_history(tmp_path), json.loads((tmp_path / "result.json").read_text())
    steps = [row["step"] for row in rows]
    numbers = list(range(1, len(rows) + 1))
    assert len(rows) == 4 or subset == "10" and len(rows) > 2  # which may reach its target
    assert [row["epoch"] for row in rows] == numbers and steps == [n * steps[0] for n in numbers]
    assert (result["epochs"], result["steps"], result["weights"]) == (len(rows), steps[-1], "last weights")
    assert caplog.text.count("a second fit leaves no checkpoints: stopped in it, this run goes on after the first") == 1


def test_a_run_that_was_stopped_in_its_second_fit_goes_on_after_the_first(tmp_path, monkeypatch):
    (tmp_path / "whole").mkdir()
    (tmp_path / "stopped").mkdir()
    cfg = project.compose(SMALL)
    with monkeypatch.context() as patch:
        fitted(patch, 2)
        train.train(cfg, tmp_path / "whole")
    fit, calls = keras.Model.fit, []

    def twice(self, *arguments, **options):
        calls.append(options["initial_epoch"])
        fit(self, *arguments, **options)
        if len(calls) == 1:
            raise KeyboardInterrupt
        fit(self, *arguments, **{**options, "initial_epoch": 0})

    monkeypatch.setattr(keras.Model, "fit", twice)
    with pytest.raises(KeyboardInterrupt):
        train.train(cfg, tmp_path / "stopped")
    train.train(cfg, tmp_path / "stopped")
    assert calls == [0, 2]
    assert identical.difference(tmp_path / "whole", tmp_path / "stopped") is None


def test_the_next_fit_begins_at_its_first_epoch(tmp_path, monkeypatch):
    cfg = project.compose([*SMALL, "data.subset=1"])
    data = recipe.load(cfg)
    plan = recipe.plan(cfg, data)
    with recipe.watch(cfg, tmp_path, data, plan) as watch:
        assert watch.initial_epoch == 0
        watch.restore.initial_epoch = 7
        assert watch.initial_epoch == 7
        watch.restore.set_model(train.compiled(cfg, plan))
        watch.restore.on_train_begin()
        assert watch.initial_epoch == 0


def test_a_training_that_fits_nothing_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(keras.Model, "fit", lambda self, *_, **__: None)
    with pytest.raises(ValueError, match=r"train\.py has fitted nothing with callbacks=watch\.callbacks"):
        train.train(project.compose([*SMALL, "data.subset=1"]), tmp_path)
    assert not (tmp_path / "result.json").exists()
