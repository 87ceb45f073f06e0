"""Overrides that change nothing, and their twins that something reads."""

import hydra
import pytest
from conftest import compose
from omegaconf import open_dict
from paper_net.recipe.keep.project import CONF
from paper_net.recipe.launch import overrides, refusals


def said(*overrides):
    """What is said of a climb's overrides."""
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        cfg = hydra.compose("recipe", ["tracker=[wandb]", *overrides], return_hydra_config=True)
        return refusals.by_configuration(cfg)


@pytest.mark.parametrize(
    ("override", "answer"),
    [
        ("+trainig.epochs=3", "+trainig.epochs: nothing reads trainig; did you mean training.epochs?"),
        ("+training.epoch=3", "+training.epoch: nothing reads training.epoch; did you mean training.epochs?"),
        ("++loss.flor=3", "+loss.flor: nothing reads loss.flor; did you mean loss.floor?"),
        ("+zzz=3", "+zzz: nothing reads zzz"),
    ],
)
def test_an_added_key_that_nothing_reads_is_refused(override, answer):
    assert said(override) == answer


@pytest.mark.parametrize(
    "added",
    [
        ["+optimizer.epsilon=1e-3"],  # an argument of what is called
        ["+loss.function.ignore_class=0"],
        ["+training.callbacks.mine._target_=keras.callbacks.TerminateOnNaN"],
        ["+recipe.checks.ten.mine._target_=paper_net.model.cnn"],
        ["+tracker.wandb.notes=again"],
        ["+loss.density=false"],  # the machinery reads it
        ["+data.groups=patient"],
        ["+loss.examples=[{target: 0, prediction: [0, 0], loss: 0.6931}]"],
        ["++training.epochs=3"],  # there is such a key
        ["+width=7", "model.filters=${width}"],  # an interpolation
        ["+training.batch_size_of_mine=3", "training.batch_size=${training.batch_size_of_mine}"],
    ],
)
def test_what_something_reads_is_taken(added):
    assert said(*added) is None


def test_what_the_researchers_code_reads_is_taken(monkeypatch, tmp_path):
    monkeypatch.setattr(overrides.project, "PACKAGE", tmp_path)
    (tmp_path / "train.py").write_text("mix, schedule = cfg.training.mixup, cfg.training.schedule\n")
    assert said("+training.mixup=0.2") is None
    assert said("+training.mixing=0.2").startswith("+training.mixing: nothing reads training.mixing")


@pytest.mark.parametrize(
    ("group", "key", "answer"),
    [
        (
            "loss",
            "ignore_class",
            "conf/loss: nothing reads loss.ignore_class; did you mean loss.function.ignore_class?",
        ),
        ("loss", "example", "conf/loss: nothing reads loss.example; did you mean loss.examples?"),
        ("data", "group", "conf/data: nothing reads data.group; did you mean data.groups?"),
        ("training", "warmth", "conf/training: nothing reads training.warmth"),
        ("training", "steps_per_epoch", None),
        ("data", "groups", None),
    ],
)
@pytest.mark.parametrize("value", [None, 1])
def test_a_key_in_a_file_that_nothing_reads_is_refused(group, key, answer, value):
    cfg = compose()
    with open_dict(cfg):
        cfg[group][key] = value
    assert overrides.unread_by_all(cfg, refusals.KEYS) == (None if value is None else answer)
