import gc

import pytest


@pytest.fixture(scope="session", autouse=True)
def frozen():
    """Each network begins with a collection, which need not go through all that is imported."""
    import keras  # noqa: F401

    gc.collect()
    gc.freeze()
