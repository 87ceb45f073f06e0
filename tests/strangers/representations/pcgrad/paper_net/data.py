import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, held_out, seed):
    """Two digits of 8 by 8 in 11 by 11, three pixels apart, the brighter one of each pixel."""
    random = np.random.default_rng(seed)
    digits = load_digits()
    order = random.permutation(len(digits.target))
    originals = {"train": order[:1100], "validation": order[1100:1450], "test": order[1450:]}
    splits = {}
    for name, pool in originals.items():
        pairs = random.choice(pool, size=(train if name == "train" else held_out, 2))
        left, right = digits.images[pairs[:, 0]] / 16, digits.images[pairs[:, 1]] / 16
        left = np.pad(left, [(0, 0), (0, 3), (0, 3)])
        right = np.pad(right, [(0, 0), (3, 0), (3, 0)])
        labels = digits.target[pairs].astype("int32")
        splits[name] = np.maximum(left, right).astype("float32"), {"left": labels[:, 0], "right": labels[:, 1]}
    return splits
