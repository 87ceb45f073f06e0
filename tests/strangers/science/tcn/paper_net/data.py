import numpy as np


def lagged(force, measured):
    """At each step the force now and what was measured the step before, 0 before the first: (t, 2)."""
    force, measured = np.asarray(force), np.asarray(measured)
    return np.stack([force, np.concatenate([[0.0], measured[:-1]])], axis=-1)


def smoothed(measured, width):
    """The mean of each value and of the width - 1 before it."""
    return np.convolve(measured, np.ones(width) / width)[: len(measured)]


def record(rng, steps, noise, width):
    """An oscillator with a hardening spring, shaken by a random force: a noisy displacement is measured."""
    force = np.repeat(rng.normal(size=steps // 4 + 1), 4)[:steps]
    place, speed, path = 0.0, 0.0, []
    for push in force:
        for _ in range(4):
            speed += 0.1 * (push - 0.4 * speed - place - 0.5 * place**3)
            place += 0.1 * speed
        path.append(place)
    measured = np.array(path) + noise * rng.normal(size=steps)
    return lagged(force, smoothed(measured, width)), measured[:, None]


def load_mine(seed, steps, noise, width):
    """Records of one oscillator: the force and the past, and the displacement to predict."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in {"train": 400, "validation": 100, "test": 100}.items():
        records = [record(rng, steps, noise, width) for _ in range(number)]
        splits[split] = tuple(np.stack(part).astype("float32") for part in zip(*records, strict=True))
    return splits
