"""YOURS. What is learnt from."""

import numpy as np


def load_series(window, horizon, stride=3, length=9000, seed=2):
    """Windows of one long measured series and what follows them: two seasons, a slow drift, coloured noise.

    The series is cut in time, 70 : 15 : 15, before any window is taken: no window reaches over a cut. It is standardized
    by its first part.

    Returns:
        The splits; inputs Float["b window 1"]; targets Float["b horizon"].
    """
    rng = np.random.default_rng(seed)
    t = np.arange(length)
    noise = np.zeros(length)
    for at in range(2, length):
        noise[at] = 1.2 * noise[at - 1] - 0.5 * noise[at - 2] + 0.25 * rng.normal()
    beat = (1 + 0.5 * np.sin(2 * np.pi * t / 410)) * np.sin(2 * np.pi * t / 17)
    series = 21.0 + 4 * (beat + 0.7 * np.sin(2 * np.pi * t / 6.3 + 1) + noise)
    cuts = [int(0.7 * length), int(0.85 * length)]
    train, validation, test = np.split(series, cuts)
    mean, spread = train.mean(), train.std()
    pieces = {"train": train, "validation": validation, "test": test}
    return {name: windows((piece - mean) / spread, window, horizon, stride) for name, piece in pieces.items()}


def windows(series, window, horizon, stride):
    starts = np.arange(0, len(series) - window - horizon + 1, stride)
    inputs = np.stack([series[start : start + window] for start in starts])
    targets = np.stack([series[start + window : start + window + horizon] for start in starts])
    return inputs[..., None].astype("float32"), targets.astype("float32")
