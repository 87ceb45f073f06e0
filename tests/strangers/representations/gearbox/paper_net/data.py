"""YOURS. What is learnt from."""

import numpy as np


def load_mine(recordings, windows, seed):
    """Windows of recordings; the state shows in the harmonics of its speed, each machine has tones of its own.

    Every recording is in one split only: a window is far more like those of its own recording than of others.
    """
    rng = np.random.default_rng(seed)
    t = np.arange(64)
    state = np.arange(recordings) % 4
    x, y, recording = [], [], []
    for r in range(recordings):
        own = rng.uniform(0.02, 0.48, size=(2, 2))  # two tones on each sensor, of the machine
        loud = rng.uniform(0.8, 1.3, size=(2, 2))
        base = rng.uniform(0.08, 0.1)
        for _ in range(windows):
            phase = rng.uniform(0, 2 * np.pi, size=(2, 3))
            window = 0.4 * rng.normal(size=(64, 2))
            for sensor in range(2):
                for tone in range(2):
                    wave = np.sin(2 * np.pi * own[sensor, tone] * t + phase[sensor, tone])
                    window[:, sensor] += loud[sensor, tone] * wave
                window[:, sensor] += np.sin(2 * np.pi * (2 + state[r] % 2) * base * t + phase[sensor, 2])
                window[:, sensor] += (state[r] // 2) * np.sin(2 * np.pi * 4.2 * base * t + phase[0, 2])
            x.append(window)
            y.append(state[r])
            recording.append(r)
    x, y, recording = np.array(x, "float32"), np.array(y, "int32"), np.array(recording)
    of = recording[::windows] // 4  # four recordings, one of each state, go together
    share = rng.permutation(recordings // 4)[of]
    place = np.repeat(share, windows)
    last = recordings // 4
    rows = {
        "train": place < last - 12,
        "validation": (place >= last - 12) & (place < last - 6),
        "test": place >= last - 6,
    }
    mean, std = x[rows["train"]].mean(axis=(0, 1)), x[rows["train"]].std(axis=(0, 1))
    splits = {split: ((x[chosen] - mean) / std, y[chosen]) for split, chosen in rows.items()}
    return {**splits, "groups": {split: recording[chosen] for split, chosen in rows.items()}}
