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


def load_mine(patients, seed):
    """Patients whose hazard is log(5) times a Gaussian of the first two covariates.

    Returns:
        The splits, each (covariates, [time, event]).

    Source: Katzman et al. 2018, section 4.1.2.
    """
    draw = np.random.default_rng(seed)
    x = draw.uniform(-1, 1, (patients, 10))
    risk = np.log(5) * np.exp(-(x[:, 0] ** 2 + x[:, 1] ** 2) / (2 * 0.5**2))
    time = draw.exponential(5 / np.exp(risk))
    end = np.quantile(time, 0.9)  # of the study
    censored = np.minimum(draw.uniform(0, 3 * end, patients), end)
    y = np.stack([np.minimum(time, censored), time <= censored], axis=1)
    x, y = x.astype("float32"), y.astype("float32")
    a, b = int(0.65 * patients), int(0.825 * patients)
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
