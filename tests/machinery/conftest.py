import gc
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1]))

import backends  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def quickly():
    """MNIST-1D is made once; each network begins with a collection, which skips all that is imported by then."""
    import keras  # noqa: F401

    backends.make_the_data_once()
    gc.collect()
    gc.freeze()
