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


def load_mine(bands, frames, train, held_out, seed):
    """Eight commands: two formants, each of which rises, falls or stays; onset, pace and pitch vary.

    Returns:
        The splits, each (spectrograms, commands) of shapes (n, frames, bands) and (n,), scaled by the training split.
    """
    draw = np.random.default_rng(seed)
    ways = np.array(
        [
            (4, 4, 10, 10),
            (4, 7, 10, 10),
            (4, 4, 10, 13),
            (4, 7, 10, 13),
            (7, 4, 10, 10),
            (4, 4, 13, 10),
            (7, 4, 13, 10),
            (7, 4, 10, 13),
        ]
    )

    def split(n):
        commands = draw.integers(0, 8, n).astype("int32")
        onset, pace = draw.uniform(2, 12, (n, 1)), draw.uniform(10, 16, (n, 1))
        phase = (np.arange(frames) - onset) / pace  # (n, frames)
        there = (phase >= 0) & (phase <= 1)
        power = draw.normal(0, 0.7, (n, bands, frames))  # as it is recorded: bands first
        for a, b in ((0, 1), (2, 3)):
            start, stop = (ways[commands, k][:, None] + draw.normal(0, 0.5, (n, 1)) for k in (a, b))
            centre = start + (stop - start) * np.clip(phase, 0, 1)
            distance = np.arange(bands)[:, None] - centre[:, None, :]  # (n, bands, frames)
            power += 2 * there[:, None, :] * np.exp(-(distance**2) / 2)
        return power, commands

    parts = {"train": split(train), "validation": split(held_out), "test": split(held_out)}
    power, _ = parts["train"]
    mean, deviation = power.mean(axis=(0, 2), keepdims=True), power.std(axis=(0, 2), keepdims=True)  # of each band

    def framed(power):
        scaled = (power - mean) / deviation
        return scaled.transpose(0, 2, 1).astype("float32")

    return {name: (framed(power), commands) for name, (power, commands) in parts.items()}
