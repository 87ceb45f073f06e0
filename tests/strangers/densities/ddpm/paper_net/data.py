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


def load_mine(steps, betas, points, repeats, seed):
    """Diffused points, the steps they were diffused for, and the noise.

    Args:
        steps: of the diffusion.
        betas: variance of its first and last step; those between lie on a line.
        points: how many of the spiral each split has.
        repeats: draws of step and noise for each point.
        seed: of the draw.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    kept = np.cumprod(1 - np.linspace(*betas, steps))  # (steps): alpha bar

    def draw(n):
        angle = 1.5 * np.pi * (1 + 2 * rng.random(n))
        clean = np.stack([angle * np.cos(angle), angle * np.sin(angle)], axis=1) / 8  # (n, 2), of deviation near 1
        clean = np.repeat(clean + 0.02 * rng.normal(size=clean.shape), repeats, axis=0)
        step = rng.integers(0, steps, len(clean))
        noise = rng.normal(size=clean.shape)
        noisy = np.sqrt(kept[step])[:, None] * clean + np.sqrt(1 - kept[step])[:, None] * noise
        inputs = {"noisy": noisy.astype("float32"), "step": step.astype("int32")}
        return inputs, noise.astype("float32")

    return {split: draw(n) for split, n in points.items()}
