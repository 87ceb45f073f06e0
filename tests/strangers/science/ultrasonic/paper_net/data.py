"""YOURS. What is learnt from."""

import numpy as np


def load_mine(train, held_out, seed):
    """Scans of 128 samples: echoes are short Gabor wavelets, the back wall's at about sample 100; noise is added."""
    rng = np.random.default_rng(seed)
    t = np.arange(128)

    def echo(at, amplitude, phase):
        shift = t - at[:, None]
        return amplitude[:, None] * np.exp(-((shift / 4) ** 2)) * np.cos(0.9 * shift + phase[:, None])

    def scans(n):
        crack = rng.uniform(size=n) < 0.5
        depth = rng.uniform(0.15, 0.85, n)
        wall = 100 + rng.uniform(-4, 4, n)
        size = rng.uniform(0.25, 0.8, n) * crack
        phase = rng.uniform(-0.5, 0.5, (2, n))
        signal = echo(wall, 1 - 0.5 * size, phase[0]) + echo(depth * wall, size, phase[1])
        signal = signal + 0.12 * rng.normal(size=signal.shape)
        signal = signal * rng.uniform(0.7, 1.3, (n, 1))  # coupling of the probe
        targets = {
            "crack": crack.astype("int32")[:, None],
            "depth": np.where(crack, depth, -1).astype("float32")[:, None],
        }
        return signal[..., None].astype("float32"), targets

    return {"train": scans(train), "validation": scans(held_out), "test": scans(held_out)}
