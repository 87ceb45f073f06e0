"""In which numbers a network computes, over how many batches it gathers a gradient, and which average is kept of it."""

import csv
import json

import keras
import numpy as np
import pytest
from conftest import compose
from paper_net import losses as losses_py
from paper_net import train as script
from paper_net.recipe.keras_side import backend
from paper_net.recipe.measure import overfitting
from paper_net.recipe.prepare import batches, network, samples
from paper_net.recipe.run.program import Program

EPOCHS = 2
SMALL = ["data.load.validation=3900", f"training.epochs={EPOCHS}", "training.schedule=null"]  # 100 samples
SGD = ["optimizer=sgd", "optimizer.learning_rate=0.05"]


def trained(run_dir, *overrides):
    run_dir.mkdir(exist_ok=True)
    script.train(compose(*SMALL, *overrides), run_dir)
    return run_dir


def result(run_dir):
    return json.loads((run_dir / "result.json").read_text())


def losses(run_dir, split):
    return [float(row[f"{split}/loss"]) for row in csv.DictReader((run_dir / "history.csv").open())]


def weights(run_dir, *overrides):
    model = network.build(compose(*SMALL, *overrides))
    model.load_weights(run_dir / "model.weights.h5")
    return [keras.ops.convert_to_numpy(variable) for variable in model.trainable_variables]


def compiled(*overrides):
    cfg = compose(*SMALL, *overrides)
    data = samples.load(cfg)
    return script.compiled(cfg, batches.plan(cfg, data)), data


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return trained(tmp_path_factory.mktemp("plain"), *SGD)


@pytest.mark.parametrize("precision", ["mixed_bfloat16", "mixed_float16"])
def test_layers_compute_in_half_precision_and_learn_the_like(plain, tmp_path, precision):
    chosen = f"training.precision={precision}"
    model, _ = compiled(chosen)
    assert {layer.compute_dtype for layer in model.layers if layer.weights} == {precision.removeprefix("mixed_")}
    assert {str(variable.dtype) for variable in model.trainable_variables} == {"float32"}
    run_dir = trained(tmp_path / "half", *SGD, chosen)
    # bfloat16 has 8 bits of a number, of which rounding takes half a unit: 2**-9 each time.
    np.testing.assert_allclose(losses(run_dir, "train"), losses(plain, "train"), rtol=0.02)
    assert losses(run_dir, "train") != losses(plain, "train")
    assert json.loads((run_dir / "record.json").read_text())["config"]["training.precision"] == precision


def test_the_next_network_computes_as_its_own_configuration_says():
    compiled("training.precision=mixed_bfloat16")
    model, _ = compiled()
    assert {layer.compute_dtype for layer in model.layers} == {"float32"}


def test_gradients_under_a_scaled_loss_are_told_unscaled():
    told = []
    for precision in ("float32", "mixed_float16"):
        model, data = compiled(f"training.precision={precision}")
        told.append(backend.gradients(model, backend.batch(samples.some(data.train, 50))))
    full, half = told
    if keras.backend.backend() == "jax":  # where a wrapped optimizer applies none that can be heard
        assert half == {}
        return
    assert full.keys() == half.keys() != set()
    for path, gradient in full.items():
        assert np.linalg.norm(half[path] - gradient) < 0.1 * np.linalg.norm(gradient)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32"])
def test_one_number_of_any_precision_is_a_float(dtype):
    assert backend.number(keras.ops.convert_to_tensor(0.5, dtype)) == 0.5


def test_gradients_over_two_batches_make_the_update_of_one_of_both(tmp_path):
    together = trained(tmp_path / "together", *SGD, "training.batch_size=20")
    apart = trained(tmp_path / "apart", *SGD, "training.batch_size=10", "training.accumulate=2")
    for one, other in zip(weights(together), weights(apart), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert result(apart)["steps"] == 2 * result(together)["steps"]  # each batch is a step


def test_an_average_is_validated_and_kept_and_moves_no_step(plain, tmp_path):
    averaged = trained(tmp_path / "averaged", *SGD, "training.average=0.5")
    # A training reports its loss before each step, so it has not seen what came of the averages.
    assert losses(averaged, "train") == losses(plain, "train")
    assert losses(averaged, "val") != losses(plain, "val")
    model, data = compiled(*SGD)
    model.load_weights(averaged / "model.weights.h5")
    kept = model.evaluate(*data.validation, batch_size=25, verbose=0, return_dict=True)
    np.testing.assert_allclose(kept["loss"], losses(averaged, "val")[-1], rtol=1e-5)


def test_a_training_that_was_stopped_goes_on_to_the_same_bits(tmp_path, monkeypatch):
    class Stop(keras.callbacks.Callback):
        at = None

        def on_epoch_begin(self, epoch, logs=None):
            if epoch == self.at:
                raise KeyboardInterrupt

    monkeypatch.setattr(losses_py, "Stop", Stop, raising=False)
    # Of the 4 steps of an epoch 3 make an update: it ends with a gradient that waits for others.
    keys = ["training.accumulate=3", "training.average=0.9", "training.precision=mixed_float16"]
    keys += [f"+training.callbacks.stop._target_={losses_py.__name__}.Stop"]
    whole = trained(tmp_path / "whole", *keys)
    Stop.at = 1
    with pytest.raises(KeyboardInterrupt):
        trained(tmp_path / "stopped", *keys)
    Stop.at = None
    stopped = trained(tmp_path / "stopped", *keys)
    for one, other in zip(weights(whole), weights(stopped), strict=True):
        np.testing.assert_array_equal(one, other)
    assert losses(whole, "val") == losses(stopped, "val")


def test_memorising_is_tried_without_what_hinders_it(tmp_path):
    cfg = compose(*SMALL, "training.average=0.99", "training.accumulate=4", config="recipe")
    measured = overfitting.Measured(Program(cfg, tmp_path), {"one": None})
    measured.rung = "one"
    assert batches.of_optimizer(cfg.training) and batches.of_optimizer(measured.plain().training) == {}


def test_one_batch_is_as_good_as_no_accumulation():
    assert batches.of_optimizer(compose("training.accumulate=1").training) == {}


def test_validation_and_test_have_a_batch_size_of_their_own(tmp_path, monkeypatch):
    asked, fit, evaluate = {}, keras.Model.fit, keras.Model.evaluate
    monkeypatch.setattr(
        keras.Model, "fit", lambda self, *a, **k: asked.update(fit=k["validation_batch_size"]) or fit(self, *a, **k)
    )
    monkeypatch.setattr(
        keras.Model,
        "evaluate",
        lambda self, *a, **k: asked.setdefault("test", k["batch_size"]) and evaluate(self, *a, **k),
    )
    trained(tmp_path / "run", "training.validation_batch_size=500")
    assert asked["fit"] == asked["test"] == 500


def test_without_one_it_is_that_of_training():
    cfg = compose(*SMALL, "training.batch_size=7")
    assert batches.plan(cfg, samples.load(cfg)).validation_batch_size == 7


@pytest.mark.parametrize(("of_an_epoch", "steps"), [(2, 4), (10, 20)])  # a pass over the 100 samples has 4
def test_an_epoch_may_be_shorter_or_longer_than_a_pass_over_the_samples(of_an_epoch, steps, tmp_path):
    longer = trained(tmp_path / "longer", f"training.steps_per_epoch={of_an_epoch}")
    assert result(longer)["steps"] == steps and len(losses(longer, "val")) == EPOCHS
    passes = trained(tmp_path / "passes", f"training.max_steps={steps}", "training.epochs=5")
    shown = [result(run)["val/loss"] for run in (longer, passes)]
    assert shown[0] == pytest.approx(shown[1], rel=1e-6)  # the same batches in the same order
