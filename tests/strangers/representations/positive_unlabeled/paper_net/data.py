"""Positive and unlabelled digits: even is positive."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(labelled, unlabelled, seed):
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, positive = (images[order] / 16).astype("float32"), (digits[order] % 2 == 0)
    known = np.flatnonzero(positive[:520])[: labelled + 50]  # the other images of these 520 are not used
    unknown = np.split(np.arange(520, len(images)), [unlabelled, unlabelled + 220])

    def pair(part):
        is_known = np.isin(part, known)
        return images[part], np.stack([is_known, positive[part]], axis=-1).astype("float32")

    train = np.concatenate([known[:labelled], unknown[0]])
    validation = np.concatenate([known[labelled:], unknown[1]])  # of both kinds, too, so that its risk is one
    return {"train": pair(train), "validation": pair(validation), "test": pair(unknown[2])}
