"""What is said of functions that are not written yet."""

import pytest
from conftest import compose
from omegaconf import OmegaConf
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.launch import refusals
from paper_net.recipe.prepare import blocks, network, samples

MODEL = """
def encoder(x):
    raise NotImplementedError


class Head:
    def call(self, x):
        "What it answers."
        raise NotImplementedError("later")


def written(x):
    return x
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package in which most is still to be written."""
    package = tmp_path / "paper_net"
    package.mkdir()
    (package / "model.py").write_text(MODEL)
    (package / "data.py").write_text("def load_mine():\n    raise NotImplementedError\n")
    monkeypatch.setattr(blocks, "PACKAGE", package)


def unwritten(*_, **__):
    raise NotImplementedError


def test_lists_the_functions_of_every_file_that_the_experiment_names(package):
    cfg = OmegaConf.create(
        {"model": {"_target_": "paper_net.model.Head.build"}, "loss": {"function": None}, "data": {}}
    )
    assert str(blocks.unwritten_in(cfg)) == "still to write: encoder, Head.call in model.py"
    cfg.data = {"load": {"_target_": "paper_net.data.load_mine"}}
    assert str(blocks.unwritten_in(cfg)).endswith("encoder, Head.call in model.py; load_mine in data.py")
    cfg.model._target_, cfg.data = "keras.Sequential", {}
    assert blocks.unwritten_in(cfg) is None


def test_who_builds_an_unwritten_model_or_loads_unwritten_data_gets_the_list(package, monkeypatch):
    monkeypatch.setattr(network, "builder", lambda cfg: unwritten)
    monkeypatch.setattr(samples, "splits", unwritten)
    for ask in (network.build, samples.load):
        with pytest.raises(
            blocks.Unwritten, match="^still to write: encoder, Head.call in model.py; load_mine in data"
        ):
            ask(compose())


def test_what_raises_for_another_reason_is_left_alone(monkeypatch):
    monkeypatch.setattr(network, "builder", lambda cfg: unwritten)
    with pytest.raises(NotImplementedError) as raised:
        network.build(compose())
    assert not isinstance(raised.value, blocks.Unwritten)


def test_a_refusal_of_missing_values_names_them_all_and_what_is_to_write_beside(package):
    said = refusals.by_configuration(compose("data.inputs.shape=???", "model.padding=???"))
    assert said == (
        "data.inputs.shape has no value yet: give it in conf/ or as data.inputs.shape=…; nor have model.padding; "
        "still to write: encoder, Head.call in model.py; load_mine in data.py"
    )
