import numpy as np


def load_mine(seed, sessions, channels, length, width, hop, gestures, train, validation):
    """Windows of recordings, one of each gesture in each session; whole sessions are held out."""
    rng = np.random.default_rng(seed)
    patterns = rng.uniform(0.2, 1, (gestures, channels))  # how strongly a gesture drives each muscle
    windows, labels, session = [], [], []
    for i in range(sessions):
        shift = rng.normal(0, 0.35, channels)  # the armband sits a little differently each time
        for gesture in range(gestures):
            drive = patterns[gesture] * np.exp(shift + rng.normal(0, 0.25, channels))  # nor is a gesture ever the same
            cut = sliding(envelope(rng, drive, length), width, hop)
            windows.append(cut)
            labels.append(np.full(len(cut), gesture, "int32"))
            session.append(np.full(len(cut), i))
    windows, labels, session = np.concatenate(windows), np.concatenate(labels), np.concatenate(session)
    order = rng.permutation(sessions)
    parts = {
        "train": order[:train],
        "validation": order[train : train + validation],
        "test": order[train + validation :],
    }
    chosen = {split: np.flatnonzero(np.isin(session, part)) for split, part in parts.items()}
    splits = {split: (windows[rows], labels[rows]) for split, rows in chosen.items()}
    return {**splits, "groups": {split: session[rows] for split, rows in chosen.items()}}


def envelope(rng, drive, length):
    """Rectified muscle activity, in a unit of its usual size."""
    return np.abs(rng.normal(0, drive, (length, len(drive)))).astype("float32")


def sliding(recording, width, hop):
    """Windows of so many steps, a hop apart: (n, width, channels)."""
    return np.stack([recording[i : i + width] for i in range(0, len(recording) - width + 1, hop)])
