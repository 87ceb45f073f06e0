"""Digits of a source with labels, and of a target without."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, digits = images[order].reshape(-1, 8, 8) / 16, digits[order].astype("int32")
    ground = np.linspace(0, 0.9, 8)[None, :, None] * np.ones((1, 1, 8))
    other = 0.55 * images + ground + rng.normal(0, 0.12, images.shape)

    source, target = np.arange(600), np.arange(600, 1200)
    x = np.concatenate([images[source], other[target]]).reshape(-1, 64).astype("float32")
    domain = np.repeat([0.0, 1.0], 600).astype("float32")
    labels = np.where(domain == 0, digits[:1200], -1).astype("int32")
    splits = {"train": ({"image": x, "domain": domain}, labels)}
    for split, part in {"validation": slice(1200, 1500), "test": slice(1500, None)}.items():
        x = other[part].reshape(-1, 64).astype("float32")
        splits[split] = ({"image": x, "domain": np.ones(len(x), "float32")}, digits[part])
    return splits
