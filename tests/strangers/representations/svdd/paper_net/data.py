import numpy as np
from sklearn.datasets import load_digits


def load_mine(normal, seed):
    """Digits: training knows one of them alone; held out are the rest of these (0) and others (1), as many."""
    digits = load_digits()
    rng = np.random.default_rng(seed)
    x = contrast(digits.data)
    own = rng.permutation(np.flatnonzero(digits.target == normal))
    other = rng.permutation(np.flatnonzero(digits.target != normal))[:80]
    parts = {
        "train": (own[:98], []),
        "validation": (own[98:138], other[:40]),
        "test": (own[138:], other[40:]),
    }
    return {
        name: (
            x[np.concatenate([inside, outside]).astype(int)],
            np.repeat([0, 1], [len(inside), len(outside)]).astype("float32")[:, None],
        )
        for name, (inside, outside) in parts.items()
    }


def contrast(images):
    """Each image with mean 0 and mean absolute value 1."""
    images = np.asarray(images, "float32")
    images = images - images.mean(axis=-1, keepdims=True)
    return images / np.abs(images).mean(axis=-1, keepdims=True)
