import numpy as np


def load_mine(recordings, clips, seed):
    """Calls of birds with a pitch of their own, over the hum of the place; whole recordings are held out."""
    rng = np.random.default_rng(seed)
    t = np.arange(1024) / 8000  # s
    calls, labels, of = [], [], []
    for recording in range(recordings):
        species = recording % 4
        pitch, pace = rng.uniform(1300, 2400), rng.uniform(20, 32)
        hum, depth = rng.uniform(300, 3600, size=2), rng.uniform(0.2, 0.5, size=2)
        for _ in range(clips):
            u = (t - rng.uniform(0, 0.02)) / 0.1  # 0 … 1 while it calls
            sweep = {0: 700 * (u - 0.5), 1: -700 * (u - 0.5), 2: 0 * u, 3: 350 * np.sin(2 * np.pi * pace * t)}[species]
            phase = 2 * np.pi * np.cumsum(pitch + sweep) / 8000
            loud = (1 + np.sign(np.sin(2 * np.pi * pace * t))) / 2 if species == 2 else 0.7
            call = loud * np.sin(phase) * (u > 0) * (u < 1)
            noise = (depth * np.sin(2 * np.pi * t[:, None] * hum + rng.uniform(0, 6.28, 2))).sum(axis=-1)
            calls.append(call + noise + 0.6 * rng.normal(size=t.size))
            labels.append(species)
            of.append(recording)
    calls, labels, of = np.array(calls, "float32"), np.array(labels, "int32"), np.array(of)
    order = 4 * rng.permutation(recordings // 4)[:, None] + np.arange(4)  # one recording of each species a row
    parts = {"train": order[:24], "validation": order[24:32], "test": order[32:]}
    rows = {split: np.flatnonzero(np.isin(of, part)) for split, part in parts.items()}
    return {split: (calls[row], labels[row]) for split, row in rows.items()} | {
        "groups": {split: of[row] for split, row in rows.items()}
    }
