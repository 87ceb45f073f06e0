import numpy as np


def group_of(label, place):
    """Number of the group of a label and a place, each 0 or 1."""
    return 2 * label + place


def drawn(random, label, place):
    """Birds: four weak signs of what they are, two strong ones of where they were seen."""
    bird = (2 * label - 1)[:, None] * 0.9 + random.normal(size=(len(label), 4))
    ground = (2 * place - 1)[:, None] * 1.5 + 0.6 * random.normal(size=(len(label), 2))
    return np.concatenate([bird, ground], axis=1).astype("float32")


def load_mine(seed, samples, held_out, agreement):
    """Training where place and label agree mostly; validation and test with as many of each group."""
    random = np.random.default_rng(seed)
    label = random.integers(0, 2, samples)
    place = np.where(random.random(samples) < agreement, label, 1 - label)
    splits = {"train": (label, place)}
    for split in ["validation", "test"]:
        number = np.arange(held_out) % 4
        splits[split] = (number // 2, number % 2)
    return {
        split: (drawn(random, label, place), np.stack([label, group_of(label, place)], axis=1).astype("int32"))
        for split, (label, place) in splits.items()
    }
