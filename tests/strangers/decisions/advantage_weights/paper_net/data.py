"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np
from keras import ops

WISH = np.random.default_rng(42).normal(0, 0.7, (5, 2)).astype("float32")


def earned(state, action):
    """The return of an action in the plant: 1 at its best. NumPy or Keras tensors."""
    return 1 - ops.sum((action - ops.tanh(ops.matmul(state, WISH))) ** 2, axis=-1, keepdims=True)


def load_mine(train, held_out, seed):
    """Logged states, actions and returns: four of ten actions were good, the others out of habit."""
    rng = np.random.default_rng(seed)

    def log(n):
        state = rng.normal(size=(n, 5)).astype("float32")
        good = np.tanh(state @ WISH) + rng.normal(0, 0.15, (n, 2))
        habit = np.array([-0.6, 0.6]) + rng.normal(0, 0.3, (n, 2))
        action = np.where(rng.random((n, 1)) < 0.4, good, habit).astype("float32")
        value = np.array(earned(state, action)) + rng.normal(0, 0.05, (n, 1))
        return state, {"action": action, "value": value.astype("float32")}

    return {"train": log(train), "validation": log(held_out), "test": log(held_out)}
