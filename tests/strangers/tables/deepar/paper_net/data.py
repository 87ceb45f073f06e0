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


def load_mine(products, days, length, seed):
    """Windows of daily counts; the last `length` days are the test, those before them the validation.

    Returns:
        The splits, each ({sales, calendar, scale}, counts).
    """
    draw = np.random.default_rng(seed)
    t = np.arange(days + 1)
    velocity = np.exp(draw.uniform(-0.5, 4, (products, 1)))
    week = 1 + 0.5 * np.sin(2 * np.pi * (t + draw.integers(0, 2, (products, 1)) * 3) / 7)
    promotion = draw.random((products, days + 1)) < 0.1
    slow = np.exp(np.cumsum(draw.normal(0, 0.05, (products, days + 1)), axis=1))
    mean = velocity * week * slow * np.where(promotion, 2.0, 1.0)
    shape = 4.0
    sales = draw.poisson(mean * draw.gamma(shape, 1 / shape, mean.shape)).astype("float32")
    calendar = np.stack(
        [
            np.broadcast_to(np.sin(2 * np.pi * t / 7), mean.shape),
            np.broadcast_to(np.cos(2 * np.pi * t / 7), mean.shape),
            promotion,
        ],
        axis=-1,
    ).astype("float32")

    def windows(starts):
        inputs = {
            "sales": np.concatenate([sales[:, s : s + length] for s in starts]),
            "calendar": np.concatenate([calendar[:, s + 1 : s + 1 + length] for s in starts]),
        }
        inputs["scale"] = 1 + inputs["sales"][:, : length // 2].mean(axis=1, keepdims=True)
        return inputs, np.concatenate([sales[:, s + 1 : s + 1 + length] for s in starts])

    last = days - length
    return {
        "train": windows(range(0, last - 2 * length + 1, 6)),
        "validation": windows([last - length]),
        "test": windows([last]),
    }
