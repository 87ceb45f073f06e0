"""What the tests share: the shipped configuration, composed, never a copy of it."""

import os
from pathlib import Path

import hydra
import pytest
from omegaconf import OmegaConf

PROJECT = Path(__file__).parents[1]
CONF = PROJECT / "conf"
os.environ.setdefault("KERAS_BACKEND", OmegaConf.load(CONF / "config.yaml").backend)


def options(group):
    """The options of a group in conf/."""
    return sorted(file.stem for file in (CONF / group).glob("[!.]*.yaml"))


def compose(*overrides, config="config"):
    """The configuration as a command gets it with these overrides; without trackers and pages unless they are named."""
    ours = [f"backend={os.environ['KERAS_BACKEND']}", "tracker=[]", "report=false"]
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        return hydra.compose(config, overrides=[*ours, *overrides])


@pytest.fixture(scope="session")
def own_arrays(tmp_path_factory):
    """Overrides for data=npz with a small file of random samples of three classes."""
    import numpy as np

    rng = np.random.default_rng(0)
    arrays = {f"x_{split}": rng.normal(size=(30, 40, 1)).astype("float32") for split in ("train", "validation")}
    arrays |= {f"y_{split}": np.arange(30) % 3 for split in ("train", "validation")}
    path = tmp_path_factory.mktemp("data") / "own.npz"
    np.savez(path, **arrays)
    return [f"data.load.path={path}", "data.inputs.shape=[40,1]", "data.targets.classes=3"]
