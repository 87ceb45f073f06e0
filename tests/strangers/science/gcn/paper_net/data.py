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


def load_mine(graphs, nodes, groups, inside, across, noise, seed):
    """Graphs with hidden groups.

    Returns:
        The splits: 400 graphs to learn from, the rest in halves.
    """
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, groups, (graphs, nodes))
    same = labels[:, :, None] == labels[:, None, :]
    upper = np.triu(rng.random(same.shape) < np.where(same, inside, across), k=1)
    adjacency = (upper | upper.transpose(0, 2, 1)).astype("float32")
    features = np.eye(groups)[labels] + noise * rng.normal(size=(graphs, nodes, groups))
    inputs = {"features": features.astype("float32"), "adjacency": adjacency}
    cuts = {"train": slice(0, 400), "validation": slice(400, 550), "test": slice(550, None)}
    return {
        split: ({name: values[cut] for name, values in inputs.items()}, labels[cut].astype("int32"))
        for split, cut in cuts.items()
    }
