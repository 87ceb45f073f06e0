"""Which of Keras' backends the tests' own processes compute with: KERAS_BACKEND, else TensorFlow."""

import copy
import importlib.machinery
import os
import random
import sys
import tempfile

CHOSEN = os.environ.get("KERAS_BACKEND", "tensorflow")
OTHERS = {"tensorflow", "jax", "torch"} - {CHOSEN}
# JAX compiles every operation anew in every process, unless it may keep them.
COMPILED = {
    "JAX_COMPILATION_CACHE_DIR": f"{tempfile.gettempdir()}/jax-compiled",
    "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
    "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
}


class Alone(importlib.machinery.PathFinder):
    """Finds no other backend: a project has one alone."""

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in OTHERS else super().find_spec(name, path, target)


def only_this():
    """Imports it, and what a project's commands import beside it, once for all forked children.

    Not W&B, which hooks into a fork, and nothing of a project.
    """
    sys.meta_path[sys.meta_path.index(importlib.machinery.PathFinder)] = Alone
    for name, value in COMPILED.items():
        os.environ.setdefault(name, value)
    for name in (CHOSEN, "keras", "mnist1d.data", "rich.progress", "scipy.optimize", "scipy.stats"):
        importlib.import_module(name)
    from hydra.core.plugins import Plugins

    Plugins.instance()  # which looks for all of them
    make_the_data_once()


def make_the_data_once():
    """Makes MNIST-1D here for all forked children, for which it would be half of a short training.

    Each gets a copy, and has Python's and NumPy's global generators where the making leaves them.
    """
    import numpy as np
    from mnist1d import data

    make, made = data.make_dataset, data.make_dataset()
    states = random.getstate(), np.random.get_state()

    def make_dataset(*arguments, **options):
        if arguments or options:
            return make(*arguments, **options)
        random.setstate(states[0])
        np.random.set_state(states[1])
        return copy.deepcopy(made)

    data.make_dataset = make_dataset
