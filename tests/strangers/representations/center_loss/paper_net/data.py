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


def load_mine(train, held_out, length, noise, seed):
    """Waves of random period, phase and amplitude with noise on them, and which of the five kinds each is."""
    rng = np.random.default_rng(seed)
    t = np.arange(length) / length

    def waves(n):
        kind = rng.integers(0, 5, n)
        cycles, phase = rng.uniform(2, 4, (n, 1)), rng.uniform(0, 1, (n, 1))
        turn = cycles * t + phase
        sine = np.sin(2 * np.pi * turn)
        burst = sine * np.exp(-(((t - rng.uniform(0.3, 0.7, (n, 1))) / 0.12) ** 2)) * 1.8
        all_kinds = [sine, np.sign(sine), 2 * (turn % 1) - 1, np.sin(2 * np.pi * (turn + cycles * t**2)), burst]
        wave = np.stack(all_kinds, axis=1)[np.arange(n), kind] * rng.uniform(0.7, 1.3, (n, 1))
        wave = wave + noise * rng.normal(size=wave.shape)
        kind = kind.astype("int32")
        return wave[..., None].astype("float32"), {"form": kind, "distance": kind}

    return {"train": waves(train), "validation": waves(held_out), "test": waves(held_out)}
