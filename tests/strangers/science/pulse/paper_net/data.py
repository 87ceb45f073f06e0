import numpy as np


def beats(rng, windows, length):
    """Windows of one patient's pulse, whose pressure drifts: a wave, its echo, and what is the patient's own."""
    time = np.linspace(0, 1, length)
    usual, own = rng.normal(), rng.normal(size=4)
    pressure = usual + 0.3 * rng.normal(size=windows)[:, None]
    delay = 0.35 - 0.04 * pressure + 0.02 * own[0]
    echo = 0.5 + 0.15 * pressure + 0.1 * own[1]
    wave = np.exp(-((time - 0.2) ** 2) / (0.004 + 0.0005 * own[2] ** 2))
    wave = wave + echo * np.exp(-((time - 0.2 - delay) ** 2) / 0.01) + 0.1 * own[3] * time
    return (wave + 0.05 * rng.normal(size=wave.shape))[..., None], pressure


def load_mine(seed, patients, windows, length):
    """Pulse waves and the blood pressure, each patient with all of the windows in one split."""
    rng = np.random.default_rng(seed)
    found = [beats(rng, windows, length) for _ in range(patients)]
    waves = np.concatenate([wave for wave, _ in found]).astype("float32")
    pressure = np.concatenate([value for _, value in found]).astype("float32")
    patient = np.repeat(np.arange(patients), windows)
    splits, groups = {}, {}
    drawn = rng.permutation(patients)[patient] / patients
    for split, (low, high) in {"train": (0, 0.6), "validation": (0.6, 0.8), "test": (0.8, 1)}.items():
        rows = (low <= drawn) & (drawn < high)
        splits[split], groups[split] = (waves[rows], pressure[rows]), patient[rows]
    return {**splits, "groups": groups}
