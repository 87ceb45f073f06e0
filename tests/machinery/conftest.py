import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[1]))

import backends  # noqa: E402


def pytest_configure(config):
    config.addinivalue_line("markers", "gpu: what only a GPU can show; left out where none is visible")


@pytest.fixture(scope="session", autouse=True)
def data_made_once():
    backends.make_the_data_once()


def compose(*overrides, config="config"):
    """The project's configuration with these overrides, without trackers and pages."""
    from paper_net.recipe.keep import project

    return project.compose(["tracker=[]", "report=false", *overrides], config)


@pytest.fixture(scope="module")
def own_arrays(tmp_path_factory):
    """Overrides for data=npz with a small file of random samples of three classes."""
    rng = np.random.default_rng(0)
    arrays = {f"x_{split}": rng.normal(size=(30, 40, 1)).astype("float32") for split in ("train", "validation")}
    arrays |= {f"y_{split}": np.arange(30) % 3 for split in ("train", "validation")}
    path = tmp_path_factory.mktemp("data") / "own.npz"
    np.savez(path, **arrays)
    return [f"data.load.path={path}", "data.inputs.shape=[40,1]", "data.targets.classes=3"]
