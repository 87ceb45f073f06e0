"""What only a GPU can show. Where none is visible, all of it is left out."""

import csv
import json

import keras
import numpy as np
import pytest
from conftest import compose
from paper_net import train as script
from paper_net.recipe.keras_side import backend
from paper_net.recipe.run import watching  # noqa: F401

DEVICES = [name for name in backend.hardware()["devices"] if "gpu" in name.lower() or "cuda" in name.lower()]
pytestmark = [pytest.mark.gpu, pytest.mark.skipif(not DEVICES, reason="no GPU is visible")]


def trained(run_dir, *overrides):
    run_dir.mkdir()
    script.train(compose("data.load.validation=3800", "training.epochs=2", *overrides), run_dir)
    losses = [float(row["train/loss"]) for row in csv.DictReader((run_dir / "history.csv").open())]
    return json.loads((run_dir / "record.json").read_text()), losses


def test_a_training_computes_there_and_its_record_names_it(tmp_path):
    record, _ = trained(tmp_path / "run")
    assert set(DEVICES) <= {*record["machine"]["devices"]}


def test_the_same_training_twice_has_the_same_digits(tmp_path):
    assert trained(tmp_path / "one")[1] == trained(tmp_path / "other")[1]


@pytest.mark.parametrize("precision", ["mixed_bfloat16", "mixed_float16"])
def test_half_precision_learns_the_like(tmp_path, precision):
    full, half = trained(tmp_path / "full")[1], trained(tmp_path / "half", f"training.precision={precision}")[1]
    np.testing.assert_allclose(half, full, rtol=0.1)


def test_a_line_that_shows_does_not_break_what_keras_lets_xla_compile_there(tmp_path, monkeypatch):
    from paper_net import losses
    from paper_net.recipe.figures.shown_values import show

    def shown(y_true, y_pred):
        return show("each", keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True))

    monkeypatch.setattr(losses, "shown", shown, raising=False)
    own = "+loss.function={_target_: hydra.utils.get_method, path: paper_net.losses.shown}"
    assert np.isfinite(trained(tmp_path / "run", "~loss.function", own, "training.deterministic=false")[1]).all()
