import numpy as np


def steps(recording):
    """Each instant but the last of a recording, and the one after it."""
    recording = np.asarray(recording)
    return {"now": recording[:-1], "next": recording[1:]}


def recording(random, mixing, length):
    """A point that goes round a circle in some thirty instants, and three fast signals, seen by twelve sensors."""
    speed = random.choice([-1, 1]) * random.uniform(0.17, 0.23)
    angle = random.uniform(0, 2 * np.pi) + speed * np.arange(length)
    fast = random.uniform(-1, 1, (length, 3))
    sources = np.concatenate([np.cos(angle)[:, None], np.sin(angle)[:, None], fast], axis=1)  # (length, 5)
    return np.tanh(sources @ mixing) + random.normal(0, 0.02, (length, mixing.shape[1]))


def load_mine(seed, recordings, length):
    """Pairs of neighbouring instants, and of which recording they are; each recording is in one split."""
    random = np.random.default_rng(seed)
    mixing = random.normal(0, 0.7, (5, 12))
    splits, groups, first = {}, {}, 0
    for split, number in recordings.items():
        pairs = [steps(recording(random, mixing, length)) for _ in range(number)]
        inputs = {name: np.concatenate([pair[name] for pair in pairs]).astype("float32") for name in ("now", "next")}
        splits[split] = (inputs, None)
        groups[split] = np.repeat(np.arange(first, first + number), length - 1)
        first += number
    return {**splits, "groups": groups}
