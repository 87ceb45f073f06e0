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


def load_mine(phones, features, frames, train, held_out, seed):
    """Phones of 3 … 7 frames follow each other; features glide from one to the next, with a speaker's tone and noise.

    Returns:
        The splits, each (frames, phones) of shapes (n, frames, features) and (n, frames), scaled by the training split.
    """
    draw = np.random.default_rng(seed)
    centres = draw.normal(0, 1.0, (phones, features))
    follows = draw.dirichlet(np.full(phones, 0.5), phones)
    sizes = np.geomspace(1, 60, features)  # features in units of their own

    def utterance():
        spoken, phone = [], draw.integers(phones)
        while len(spoken) < frames:
            spoken += [phone] * draw.integers(3, 8)
            phone = draw.choice(phones, p=follows[phone])
        return spoken[:frames]

    def split(n):
        labels = np.array([utterance() for _ in range(n)], "int32")
        x = centres[labels]  # (n, frames, features)
        for t in range(1, frames):
            x[:, t] = 0.4 * x[:, t - 1] + 0.6 * x[:, t]
        x += draw.normal(0, 0.4, (n, 1, features)) + draw.normal(0, 0.9, x.shape)
        return 3 + x * sizes, labels

    parts = {"train": split(train), "validation": split(held_out), "test": split(held_out)}
    x, _ = parts["train"]
    mean, deviation = x.mean(axis=(0, 1)), x.std(axis=(0, 1))
    return {name: (((x - mean) / deviation).astype("float32"), labels) for name, (x, labels) in parts.items()}
