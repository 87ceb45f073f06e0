import numpy as np


def load_mine(persons, windows, seed):
    """Accelerometers on wrists: windows of 4 s at 32 Hz, three axes, and how many steps were taken in each.

    Args:
        persons: one is in one split only.
        windows: of a person.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    time = np.arange(128) / 32
    axes, steps, of = [], [], []
    for person in range(persons):
        up = rng.normal(size=3) + [0, 0, 1.5]
        up /= np.linalg.norm(up)
        swing = np.linalg.qr(np.stack([up, *rng.normal(size=(2, 3))]).T)[0][:, 1]  # at a right angle to up
        pace, strength = rng.uniform(1.4, 2.4), rng.uniform(0.5, 1.2)
        for _ in range(windows):
            begins, ends = np.sort(rng.uniform(-2, 6, 2))
            falls = np.arange(begins, ends, 1 / (pace * rng.uniform(0.9, 1.1)))
            falls = falls[(falls >= 0) & (falls < 4)]
            blow = np.exp(-0.5 * ((time[None] - falls[:, None]) / 0.05) ** 2).sum(axis=0)
            walks = (time > begins) & (time < ends)
            vertical = 1 + strength * blow
            sideways = 0.4 * walks * np.sin(np.pi * pace * time) + 0.15 * rng.normal() * time
            axes.append(up[:, None] * vertical + swing[:, None] * sideways + 0.12 * rng.normal(size=(3, 128)))
            steps.append(len(falls))
            of.append(person)
    axes = np.transpose(np.array(axes, "float32"), (0, 2, 1))  # (n, 3, 128) to (n, 128, 3)
    steps, of = np.array(steps, "float32")[:, None], np.array(of)
    ends = {"train": (0, 0.6), "validation": (0.6, 0.8), "test": (0.8, 1)}
    at = {k: (of >= a * persons) & (of < b * persons) for k, (a, b) in ends.items()}
    return {**{k: (axes[i], steps[i]) for k, i in at.items()}, "groups": {k: of[i] for k, i in at.items()}}
