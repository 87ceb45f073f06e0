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


def load_mine(players, train, held_out, seed):
    """Matches in which strength, an advantage at home and the styles of both decide; and luck."""
    rng = np.random.default_rng(seed)
    strength, style = rng.normal(0, 1.2, players), rng.normal(0, 1, (players, 2))

    def draw(n):
        home = rng.integers(players, size=n)
        away = (home + rng.integers(1, players, size=n)) % players
        beats = style[home, 0] * style[away, 1] - style[home, 1] * style[away, 0]  # as stone beats scissors
        logit = strength[home] - strength[away] + 0.4 + 1.5 * beats
        won = rng.random(n) < 1 / (1 + np.exp(-logit))
        return {"home": home.astype("int32"), "away": away.astype("int32")}, won[:, None].astype("int32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
