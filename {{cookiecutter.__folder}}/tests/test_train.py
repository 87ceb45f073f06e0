"""Two short trainings, as the command makes them: what they leave, and the same to the last digit."""

import json

import numpy as np
import pytest
from conftest import experiment, if_written

from {{ cookiecutter.package_name }} import train as script
from {{ cookiecutter.package_name }}.recipe.prepare import network

SHORT = ["data.subset=1", "training.subset.steps=20"]


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """The folders of two trainings that are asked for the same."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    for folder in folders:
        with if_written():
            script.train(experiment(*SHORT), folder)
    return folders


def test_a_training_leaves_its_figures_and_its_weights(twice):
    for folder in twice:
        result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        assert result["status"] == "done" and result["samples"] == 1 and "val/loss" in result
        assert (folder / "model.weights.h5").stat().st_size > 0


def test_the_same_seed_gives_the_same_digits(twice):
    first, second = ((folder / "history.csv").read_bytes() for folder in twice)
    assert first == second != b""


def test_another_seed_starts_with_other_weights():
    def drawn(seed):
        with if_written():
            weights = map(np.asarray, network.build(experiment(f"seed={seed}")).trainable_weights)
            return [weight for weight in weights if np.ptp(weight) > 0]  # not the zeros of a bias, the ones of a scale

    first, second = drawn(0), drawn(1)
    if not first:
        pytest.skip("no weight of this network is drawn")
    assert any(np.any(one != other) for one, other in zip(first, second, strict=True))
