"""MACHINERY. Runs a run again and compares every epoch: python -m PACKAGE.recipe.reproduce run=DIR"""

from pathlib import Path

import numpy as np
from omegaconf import OmegaConf

from . import guard, records
from .hydra_application import application

NOT_COMPARED = {"tracker": {}, "report": False}


def reproduce(cfg, run_dir):
    """Trains as the saved configuration of the run in `cfg.run` says, and tells what differs; False where any does."""
    then = Path(cfg.run)
    saved = OmegaConf.merge(OmegaConf.load(then / ".hydra/config.yaml"), NOT_COMPARED)
    guard.before_keras(OmegaConf.merge(saved, {"threads": records.threads(then)}))
    # backend first: it keeps TensorFlow's start silent
    from . import backend, history  # noqa: F401, I001
    from .. import train as script

    script.train(saved, run_dir)
    rows, again = (records.read_history(folder) for folder in (then, run_dir))
    different = first_difference(rows, again)
    if different is None and not same_weights(then, run_dir):
        different = "the weights that it ended with"
    if different is None:
        print(f"identical to {then}: {len(rows)} epochs of {len(rows[0]) - 2} figures, and the weights")
        return True
    print(f"differs from {then}: {different}")
    since = history.changes(*(records.read_json(folder / "record.json") for folder in (then, run_dir)))
    print("\n".join(f"  since then: {change}" for change in since) or "  nothing it rests on has changed since then")
    return False


def first_difference(rows, again):
    """The first figure that differs between two histories, in words; None where none does."""
    for then, now in zip(rows, again, strict=False):
        for name in {**then, **now}:
            if then.get(name) != now.get(name):
                return f"step {now['step']:,.0f}, {name}: {then.get(name)} then, {now.get(name)} now"
    return None if len(rows) == len(again) else f"{len(rows)} epochs then, {len(again)} now"


def same_weights(*folders):
    """Whether two runs ended with the same weights, bit for bit."""
    one, other = (weights(folder / "model.weights.h5") for folder in folders)
    return one.keys() == other.keys() and all(np.array_equal(one[path], other[path], equal_nan=True) for path in one)


def weights(path):
    """{path: array} of all that a file of weights holds."""
    import h5py

    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, node: found.update({name: node[()]} if isinstance(node, h5py.Dataset) else {}))
    return found


if __name__ == "__main__":
    application(reproduce, config_name="reproduce")
