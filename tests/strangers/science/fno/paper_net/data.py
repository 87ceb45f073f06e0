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


def load_mine(samples, points, viscosity, time, steps, seed):
    """Smooth random fields, and what Burgers' equation makes of them; pseudo-spectral, Runge-Kutta of order 4.

    Returns:
        The splits, of fields (n, points, 1).
    """
    rng = np.random.default_rng(seed)
    k = np.fft.rfftfreq(points, 1 / points)  # whole numbers; the circle has length 1
    total = sum(samples.values())
    amplitude = points * 0.6 / (1 + (k / 2.5) ** 2)
    spectrum = amplitude * (rng.normal(size=(total, len(k))) + 1j * rng.normal(size=(total, len(k)))) / 2
    spectrum[:, 0], spectrum[:, 10:] = 0, 0
    start = np.fft.irfft(spectrum, points)
    keep = k < points / 3  # against aliasing

    def rate(v):
        u = np.fft.irfft(v, points)
        return -np.pi * 1j * k * keep * np.fft.rfft(u**2) * 0.3 - viscosity * (2 * np.pi * k) ** 2 * v

    v, h = spectrum, time / steps
    for _ in range(steps):
        a = rate(v)
        b = rate(v + h / 2 * a)
        c = rate(v + h / 2 * b)
        v = v + h / 6 * (a + 2 * b + 2 * c + rate(v + h * c))
    end = np.fft.irfft(v, points)
    start, end = (values[..., None].astype("float32") for values in (start, end))
    splits, at = {}, 0
    for split, size in samples.items():
        splits[split] = (start[at : at + size], end[at : at + size])
        at += size
    return splits
