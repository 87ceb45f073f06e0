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


def recording(length, rng):
    """Activities that change now and then, seen by sensors of which one to three are broken; (t, 8) and (t)."""
    activity = np.repeat(rng.integers(4, size=length // 80), 80)
    phase = np.cumsum(2 * np.pi * np.array([0.06, 0.1, 0.16, 0.25])[activity])
    gain, shift = rng.uniform(0.5, 1.5, 8), rng.uniform(0, 2 * np.pi, 8)
    signal = gain * np.sin(phase[:, None] + shift) + rng.normal(0, 0.7, (length, 8))
    broken = rng.choice(8, rng.integers(1, 4), replace=False)
    signal[:, broken] = rng.normal(0, 2.0, (length, len(broken)))
    return signal.astype("float32"), activity.astype("int32")


class Windows:
    """Windows of recordings: [i] is the pair of one of them."""

    def __init__(self, recordings, window, stride):
        self.recordings, self.window = recordings, window
        self.places = [(r, t) for r, (x, _) in enumerate(recordings) for t in range(0, len(x) - window + 1, stride)]

    def __len__(self):
        return len(self.places)

    def __getitem__(self, i):
        r, t = self.places[i]
        signal, activity = self.recordings[r]
        return signal[t : t + self.window], activity[t + self.window // 2]


def load_mine(recordings, length, window, stride, seed):
    """Whole recordings in each split: three fifths, a fifth and a fifth."""
    rng = np.random.default_rng(seed)
    made = [recording(length, rng) for _ in range(recordings)]
    fifth = recordings // 5
    parts = {"train": made[2 * fifth :], "validation": made[:fifth], "test": made[fifth : 2 * fifth]}
    return {split: Windows(part, window, stride) for split, part in parts.items()}
