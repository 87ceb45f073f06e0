import numpy as np


def load_mine(videos, frames, features, actions, seed):
    """Simulated videos: features of each frame, blurred and noisy, and which action it belongs to."""
    rng = np.random.default_rng(seed)
    looks = rng.normal(0, 1, (actions, features))
    after = np.array([rng.permutation([a for a in range(actions) if a != action])[:2] for action in range(actions)])
    drawn = [video(rng, frames, looks, after) for _ in range(videos)]
    x = np.array([frames_first(record) for record, _ in drawn], "float32")
    y = np.array([action for _, action in drawn], "int32")
    one, two = int(0.7 * videos), int(0.85 * videos)
    parts = {"train": slice(one), "validation": slice(one, two), "test": slice(two, None)}
    return {split: (x[part], {"first": y[part], "second": y[part]}) for split, part in parts.items()}


def video(rng, frames, looks, after, noise=1.8):
    """The record (features, t), as extractors keep it, and actions (t): each lasts 6 to 20 frames."""
    actions, action = [], rng.integers(len(looks))
    while len(actions) < frames:
        actions += [action] * rng.integers(6, 21)
        action = rng.choice(after[action])
    actions = np.array(actions[:frames])
    return looks[actions].T + rng.normal(0, noise, (looks.shape[1], frames)), actions


def frames_first(record):
    """A record (features, t) as the network takes it, (t, features)."""
    return record.transpose()
