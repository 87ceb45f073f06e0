import numpy as np

RATE, SECONDS = 32, 6
BANDS = ((8.0, 12.0), (4.0, 7.0), (0.7, 2.0), (4.0, 8.0))  # in Hz: alpha, theta, delta, mixed


def night(rng, windows=60):
    """One recording, windows after one another, and the stage of each; every patient has an amplitude of his own."""
    stages, stage = np.empty(windows, "int32"), 0
    t = np.arange(RATE * SECONDS) / RATE
    loud, own = rng.lognormal(0, 0.3), rng.normal(0, 0.3)
    recording = []
    for i in range(windows):
        stage = rng.integers(4) if rng.random() < 0.3 else stage
        stages[i] = stage
        low, high = BANDS[stage]
        waves = sum(np.sin(2 * np.pi * (rng.uniform(low, high) + own) * t + rng.uniform(0, 6.3)) for _ in range(3))
        if stage == 1 and rng.random() < 0.85:  # a spindle
            waves += 2 * np.exp(-(((t - rng.uniform(1, 5)) / 0.4) ** 2)) * np.sin(2 * np.pi * 13 * t)
        recording.append(loud * (waves * (1.6 if stage == 2 else 0.9) + rng.normal(0, 1.3, t.size)))
    return np.concatenate(recording), stages


class Windows:
    """Pairs of a window and its stage, cut out of the recordings; each recording is scaled by its own deviation."""

    def __init__(self, nights):
        self.nights = [((recording / recording.std()).astype("float32"), stages) for recording, stages in nights]
        self.index = [(i, j) for i, (_, stages) in enumerate(nights) for j in range(len(stages))]

    def __len__(self):
        return len(self.index)

    def __getitem__(self, k):
        i, j = self.index[int(k)]
        recording, stages = self.nights[i]
        start = j * RATE * SECONDS
        return recording[start : start + RATE * SECONDS, None], stages[j]


def load_mine(patients, seed):
    """Two thirds of the patients to train on, a sixth to validate, a sixth to test."""
    rng = np.random.default_rng(seed)
    nights = [night(rng) for _ in range(patients)]
    of = {"train": range(0, 4 * patients // 6), "validation": range(4 * patients // 6, 5 * patients // 6)}
    of["test"] = range(5 * patients // 6, patients)
    data = {split: Windows([nights[i] for i in who]) for split, who in of.items()}
    groups = {split: np.repeat([*who], [len(nights[i][1]) for i in who]) for split, who in of.items()}
    return data | {"groups": groups}
