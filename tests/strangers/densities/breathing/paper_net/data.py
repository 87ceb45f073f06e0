import numpy as np


def load_mine(seed):
    """Windows of 80 samples of three axes: breathing on a slope that each sleeper has, heart beats, at times turns."""
    rng = np.random.default_rng(seed)
    sleepers, windows, time = 40, 80, np.arange(80) / 8
    sleeper = np.repeat(np.arange(sleepers), windows)
    n = len(sleeper)
    slope = rng.normal(0, 1, (sleepers, 3))
    slope = (slope / np.linalg.norm(slope, axis=1, keepdims=True))[sleeper]
    rate = np.clip(rng.normal(16, 3, sleepers)[sleeper] + rng.normal(0, 3.5, n), 7, 30)
    phase = 2 * np.pi * (rate[:, None] / 60 * time + rng.random((n, 1)))
    breath = np.sin(phase) + 0.3 * np.sin(2 * phase + 0.7)
    pulse = 0.3 * np.sin(2 * np.pi * (rng.normal(1.0, 0.15, (n, 1)) * time + rng.random((n, 1))))
    noise = np.where(rng.random(n) < 0.25, 1.5, 0.15)[:, None, None]  # restless windows
    signal = slope[:, :, None] * (breath + pulse)[:, None] + noise * rng.normal(
        0, 1, (n, 3, 80)
    )  # as the band sends it
    signal = signal.transpose(0, 2, 1).astype("float32")  # (n, 80, 3)
    rate = rate[:, None].astype("float32")
    parts = {"train": sleeper < 26, "validation": (sleeper >= 26) & (sleeper < 33), "test": sleeper >= 33}
    return {name: (signal[rows], rate[rows]) for name, rows in parts.items()} | {
        "groups": {name: sleeper[rows] for name, rows in parts.items()}
    }
