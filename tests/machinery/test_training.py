"""Short trainings, as train.py makes them: the record they leave, the same twice, and what the trackers have."""

import csv
import json
import subprocess
import sys

import keras
import numpy as np
import pytest
from conftest import compose
from paper_net import train as script
from paper_net.recipe.keep import run_files
from paper_net.recipe.prepare import batches, network, samples
from paper_net.recipe.run.program import Program

SMALL = "data.load.validation=3800"  # leaves 200 samples to train on
WATCHED = ["tracker=[wandb,tensorboard]", "tracker.wandb.tags=[ours]", "report=true"]


def trained(run_dir, *overrides):
    """The folder, after two epochs of a whole training."""
    run_dir.mkdir(exist_ok=True)
    script.train(compose(SMALL, "training.epochs=2", *overrides), run_dir)
    return run_dir


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return trained(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """The same training, with both trackers and its pictures."""
    return trained(tmp_path_factory.mktemp("watched"), *WATCHED)


def result(run_dir):
    return json.loads((run_dir / "result.json").read_text())


def history(run_dir):
    return list(csv.DictReader((run_dir / "history.csv").open()))


@pytest.mark.parametrize(("data", "number"), [("mnist1d", 1), ("digits", 10)])
def test_a_subset_reaches_its_target_in_inference_mode(tmp_path, data, number):
    loss = script.train(compose(f"data={data}", f"data.subset={number}"), tmp_path)
    record = result(tmp_path)
    assert record["reached"] and loss == record["val/loss"] <= record["target"]
    assert record["samples"] == len(record["indices"]) == number


def test_a_subset_that_misses_its_target_says_so(tmp_path, capsys):
    script.train(compose("data.subset=10", "optimizer.learning_rate=1e-9", "training.subset.steps=40"), tmp_path)
    assert not result(tmp_path)["reached"] and result(tmp_path)["steps"] == 40
    line = capsys.readouterr().out
    assert line.startswith("10 samples: target 0.23") and "MISSED" in line
    assert "in training mode" in line and "in inference mode" in line and line.count("\n") == 1


def test_a_run_that_departs_from_the_paper_says_so(tmp_path, capsys):
    script.train(compose("data=digits", "data.subset=1"), tmp_path)
    said = "data.inputs.shape [8, 8], the paper has [40, 1] (abstract)"
    assert f"departs from the paper: {said}" in capsys.readouterr().out
    assert result(tmp_path)["departures"] == [said]


def test_a_whole_training_reports_each_epoch_and_the_test(plain):
    rows = history(plain)
    assert [row["step"] for row in rows] == ["8", "16"]
    assert {"train/loss", "train/accuracy", "val/loss", "val/accuracy"} <= set(rows[0])
    assert {"test/loss", "test/accuracy"} <= set(result(plain))


def test_a_whole_training_with_a_page_leaves_a_model_card(watched, plain):
    card = (watched / "model_card.md").read_text()
    assert card.startswith("---\nlibrary_name: keras\n") and "None" not in card and "{" not in card.partition("## ")[0]
    assert f"| test/accuracy | {run_files.few_digits(result(watched)['test/accuracy'])} |" in card
    assert "200 samples; digest of the data `" in card and "16 optimizer updates" in card
    assert "The paper leaves open: how are the convolutions padded? Here `model.padding` is `one`: the released" in card
    assert "- `optimizer.learning_rate`: `0.01`" in card and "training.subset" not in card
    assert not (plain / "model_card.md").exists()


def test_debugging_runs_each_step_in_python_and_learns_the_same(plain, tmp_path, monkeypatch):
    loss, calls = keras.losses.SparseCategoricalCrossentropy.call, []
    monkeypatch.setattr(
        keras.losses.SparseCategoricalCrossentropy, "call", lambda *of: calls.append(1) or loss(*of), raising=True
    )
    debugged = trained(tmp_path, "debug=true")
    assert len(calls) > 16  # the steps of both epochs, and those of validation
    rows = [[[float(cell) for cell in row.values()] for row in history(run_dir)] for run_dir in (debugged, plain)]
    np.testing.assert_allclose(*rows, rtol=1e-3)


def test_the_trained_weights_are_on_disk(tmp_path):
    cfg = compose("data.subset=10")
    loss = script.train(cfg, tmp_path)
    model = network.build(cfg)
    model.load_weights(tmp_path / "model.weights.h5")
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    np.testing.assert_allclose(model.evaluate(*samples.load(cfg).train, verbose=0), loss, rtol=1e-6)


def ten_updates(seed):
    """Initial weights, first batch, and losses of ten updates: what a seed decides."""
    cfg = compose(f"seed={seed}")
    model = network.build(cfg)
    initial = [np.asarray(weight) for weight in model.weights]
    order = batches.Batches(samples.load(cfg).train, 25, cfg.seed)
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    losses = np.array([model.train_on_batch(*order[i]) for i in range(10)])
    return [*initial, *order[0], losses]


def test_the_same_seed_gives_the_same_digits():
    for first, second in zip(ten_updates(0), ten_updates(0), strict=True):
        np.testing.assert_array_equal(first, second)


def test_another_seed_gives_others():
    for zero, one in zip(ten_updates(0), ten_updates(1), strict=True):
        assert np.any(zero != one)


def figures(run_dir):
    return {name: value for name, value in result(run_dir).items() if "/" in name}


def test_being_watched_changes_no_digit(plain, watched):
    assert figures(plain) == figures(watched) != {}


def test_being_watched_changes_no_digit_of_another_optimizer(tmp_path):
    asked = [["optimizer=sgd"], ["optimizer=sgd", *WATCHED]]
    alone, seen = (figures(trained(tmp_path / str(len(overrides)), *overrides)) for overrides in asked)
    assert alone == seen != {}


def records_of(run_dir, kind):
    """The records of one kind in the run that W&B keeps in a folder, read by its own command."""
    command = [sys.executable, "-m", "wandb", "leet", "inspect", "--json", str(run_dir / "wandb/latest-run")]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [record[kind] for record in map(json.loads, lines) if record["type"] == kind]


def test_wandb_has_the_training_on_disk(watched):
    (run,) = records_of(watched, "run")
    assert run["config"]["update"]["loss"]["floor"] == 0 and run["tags"] == ["ours"]
    logged = {}
    for record in records_of(watched, "history"):
        for key, value in record["item"].items():
            logged.setdefault(key, {})[record["item"]["_step"]] = value
    rows = history(watched)
    for key in ("train/loss", "val/loss", "val/accuracy"):
        assert logged[key] == {int(row["step"]): float(row[key]) for row in rows}
    assert logged["test/accuracy"] == {16: result(watched)["test/accuracy"]}
    for key in ("within_weights/conv1/kernel", "within_gradients/conv1/kernel", "within_activations/conv1_relu"):
        kinds = logged[f"{key}._type"]
        assert set(kinds.values()) == {"histogram"} and {0, 16} <= set(kinds) <= {0, 8, 16}
    assert 0 < logged["within_updates/conv1/kernel"][0] < 1
    files = watched / "wandb/latest-run/files"
    (layers,) = logged["view_forward/layers.path"].values()
    assert ["logits", "Dense", "(10,)", 1260] in json.loads((files / layers).read_text())["data"]
    for figure in ("look-samples", "loss-curves", "outputs-judged", "layers-weights", "forward-responses"):
        (path,) = logged[f"view_{figure.replace('-', '/')}.path"].values()
        assert (files / path).stat().st_size > 0 and (watched / f"figures/{figure}.png").stat().st_size > 0
    assert [end["exit_code"] for end in records_of(watched, "exit")] == [0]
    groups = {key.partition("/")[0] for key in logged if "/" in key}
    assert {group.partition("_")[0] for group in sorted(groups)[3:]} == {"view", "within"}
    assert sorted(groups)[:3] == ["test", "train", "val"]


def test_wandb_sums_up_the_best_and_leaves_out_what_happens_within(watched):
    summary = {}
    for record in records_of(watched, "summary"):
        summary |= record["update"]
    losses = [float(row["val/loss"]) for row in history(watched)]
    assert summary["val/loss"] == {"min": min(losses), "last": losses[-1]}
    assert summary["test/accuracy"] == result(watched)["test/accuracy"]
    assert not [key for key in summary if key.startswith("within_")]


def test_tensorboard_has_the_training_on_disk(watched):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    events = EventAccumulator(str(watched / "tensorboard"), size_guidance={"histograms": 0}).Reload()
    for key in ("train/loss", "val/loss", "val/accuracy"):
        logged = [(event.step, event.value) for event in events.Scalars(key)]
        assert logged == [(int(row["step"]), pytest.approx(float(row[key]), rel=1e-6)) for row in history(watched)]
    (tested,) = events.Scalars("test/accuracy")
    assert tested.step == 16 and tested.value == pytest.approx(result(watched)["test/accuracy"], rel=1e-6)
    kernels = events.Histograms("within_weights/conv1/kernel")
    assert kernels[0].step == 0 and kernels[-1].step == 16 and kernels[0].histogram_value.num == 125
    (image,) = events.Images("view_outputs/judged")
    assert image.step == 16 and image.encoded_image_string.startswith(b"\x89PNG")
    (text,) = events.Tensors("view_forward/layers/text_summary")
    assert b"| logits | Dense | (10,) | 1260 |" in text.tensor_proto.string_val[0]


def test_a_failed_training_finishes_its_wandb_run_as_failed(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("broken")

    monkeypatch.setattr(keras.Model, "fit", broken)
    with pytest.raises(RuntimeError, match="broken"):
        script.train(compose("tracker=[wandb]", "data.subset=1"), tmp_path)
    assert [end["exit_code"] for end in records_of(tmp_path, "exit")] == [1]


def test_how_fast_it_goes_is_measured_without_what_the_first_step_costs():
    program = Program(compose(SMALL, config="recipe"), None)
    start, step = program.pace()
    assert 0 < step < start / 5
