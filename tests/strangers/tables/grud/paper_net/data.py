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


def load_mine(patients, hours, seed):
    """Sparse series of six signs; the label is whether the latent state is high eight hours later.

    Returns:
        The splits, each ({values, observed, since}, label); standardized by the training's observed values.
    """
    draw = np.random.default_rng(seed)
    drift = draw.normal(0, 0.03, (patients, 1))
    state = drift * np.arange(hours + 8) + np.cumsum(draw.normal(0, 0.2, (patients, hours + 8)), axis=1)
    state, later = state[:, :hours], state[:, -1]  # (n, t), (n)
    loads = np.array([1.0, -0.8, 0.6, 0.4, 0.0, 0.3])
    values = 3 + 2 * (state[:, :, None] * loads + draw.normal(0, 0.8, (patients, hours, 6)))
    seen = 1 / (1 + np.exp(1.6 - 0.4 * state))[:, :, None]
    observed = draw.random(values.shape) < seen
    worse = (later > 0.9).astype("int32")[:, None]

    since = np.zeros(values.shape)
    for t in range(1, hours):
        since[:, t] = np.where(observed[:, t - 1], 1, since[:, t - 1] + 1)

    a, b = patients - 1000, patients - 500
    known = np.where(observed, values, np.nan)[:a]
    values = (values - np.nanmean(known, axis=(0, 1))) / np.nanstd(known, axis=(0, 1))
    inputs = {"values": np.where(observed, values, 0), "observed": observed, "since": since}

    def split(part):
        return {name: array[part].astype("float32") for name, array in inputs.items()}, worse[part]

    return {"train": split(slice(0, a)), "validation": split(slice(a, b)), "test": split(slice(b, patients))}
