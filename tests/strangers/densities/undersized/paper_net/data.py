import numpy as np

CENTER, SCALE = 30.0, 10.0  # cm


def standardized(centimetres):
    """Lengths and limits on one scale, about 0 and 1."""
    return (np.asarray(centimetres) - CENTER) / SCALE


def target(length, limit, mean):
    """Of a fish the length, the least that its net holds back, and (for the metric alone) the mean of all like it."""
    return np.stack([standardized(length), standardized(limit), standardized(mean)], axis=-1).astype("float32")


def load_catches(train, validation, test, seed):
    """Fish by age, warmth of the water and depth; those smaller than the meshes of the net slip through, unseen."""
    rng = np.random.default_rng(seed)
    number = 4 * (train + validation + test)
    age, warmth, depth = rng.uniform(1, 8, number), rng.normal(size=number), rng.normal(size=number)
    mean = 50 * (1 - np.exp(-0.25 * (age + 0.5) * np.exp(0.2 * warmth)))  # von Bertalanffy
    length = mean + (3 + 0.5 * age) * rng.normal(size=number)
    limit = rng.choice([20.0, 25.0, 30.0], number)
    caught = np.flatnonzero(length > limit)[: train + validation + test]
    inputs = np.stack([(age - 4.5) / 2, warmth, depth], axis=-1).astype("float32")[caught]
    targets = target(length, limit, mean)[caught]
    ends = {"train": slice(0, train), "validation": slice(train, train + validation), "test": slice(-test, None)}
    return {split: (inputs[rows], targets[rows]) for split, rows in ends.items()}
