"""What a training leaves that validates nothing, names no loss, or breaks."""

import json

import keras
import pytest
from paper_net import train
from paper_net.recipe.keep import run_files  # noqa: F401
from paper_net.recipe.launch import application  # noqa: F401
from paper_net.recipe.paper import paper_yaml  # noqa: F401
from paper_net.recipe.run import watching  # noqa: F401

SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=2", "training.subset.steps=40"]


def test_a_training_that_validates_nothing_is_done(tmp_path, monkeypatch):
    fit = keras.Model.fit
    monkeypatch.setattr(keras.Model, "fit", lambda self, *a, validation_data=None, **k: fit(self, *a, **k))
    assert train.train(paper_yaml.compose(SMALL), tmp_path) is None
    assert json.loads((tmp_path / "result.json").read_text())["status"] == "done"
    assert len(run_files.read_history(tmp_path)) == 2


def test_null_in_the_place_of_a_callback_or_a_metric_means_without(tmp_path):
    without = ["+training.callbacks.plateau=null", "training.metrics.accuracy=null"]
    train.train(paper_yaml.compose([*SMALL, "data.subset=1", *without]), tmp_path)
    assert json.loads((tmp_path / "result.json").read_text())["reached"]
    assert set(run_files.read_history(tmp_path)[0]) == {"epoch", "step", "train/loss", "val/loss"}


def test_the_line_of_a_training_that_reports_no_loss_says_so():
    result = {"samples": 1, "steps": 20, "seconds": 1.0, "indices": [3], "target": None, "weights": "last weights"}
    said = watching.closing_line({**result, "val/loss": 0.5}, "outputs/x")
    assert "loss unknown in training mode, 0.5 in inference mode" in said


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

    cfg = paper_yaml.compose(SMALL)
    monkeypatch.setattr(watching, "keep_record", lambda *_: None)
    monkeypatch.setattr(watching, "Watch", lambda *_: None)
    with pytest.raises(Broken), watching.watch(cfg, None, None, type("Plan", (), {"epochs": 3})):
        raise Broken
    assert closed
