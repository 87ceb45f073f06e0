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


def episode(steps, rng):
    """Places and angles (steps, 2) and the pushes 0, 1, 2 that the controller answered with."""
    x, v, angle, spin = rng.normal(0, 0.05, 4)
    seen, pushes = [], []
    for _ in range(steps):
        seen.append(np.array((x, angle)) + rng.normal(0, 0.0006, 2))  # as the camera sees it
        wish = 8 * angle + 1.5 * spin + 0.5 * x + 0.8 * v
        push = 1 if abs(wish) < 0.08 else 2 if wish > 0 else 0
        pushes.append(push)
        force = 10.0 * (push - 1) + rng.normal(0, 3)  # gusts
        swing = 9.8 * np.sin(angle) - np.cos(angle) * (force + 0.05 * spin**2 * np.sin(angle)) / 1.1
        turn = swing / (0.5 * (4 / 3 - 0.1 * np.cos(angle) ** 2 / 1.1))
        v, spin = v + 0.02 * (force - 0.05 * turn * np.cos(angle)) / 1.1, spin + 0.02 * turn
        x, angle = x + 0.02 * v, angle + 0.02 * spin
    return np.array(seen), np.array(pushes)


def load_mine(episodes, steps, frames, seed):
    """Windows of frames, the last of which is the one that the controller answers; whole episodes in each split."""
    rng = np.random.default_rng(seed)
    played = [episode(steps, rng) for _ in range(episodes)]
    parts = {"train": range(0, 40), "validation": range(40, 50), "test": range(50, episodes)}
    known = np.concatenate([played[i][0] for i in parts["train"]])
    mean, deviation = known.mean(axis=0), known.std(axis=0)

    def windows(numbers):
        x, y, group = [], [], []
        for i in numbers:
            seen, pushes = played[i]
            for t in range(frames - 1, steps - 1):
                x.append((seen[t - frames + 1 : t + 1] - mean) / deviation)
                y.append(pushes[t])
                group.append(i)
        return (np.array(x, "float32"), np.array(y, "int32")), np.array(group)

    made = {split: windows(numbers) for split, numbers in parts.items()}
    return {split: pair for split, (pair, _) in made.items()} | {"groups": {s: group for s, (_, group) in made.items()}}
