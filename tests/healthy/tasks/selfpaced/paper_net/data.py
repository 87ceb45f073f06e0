"""YOURS. What is learnt from: a spiral with three arms. Contract: as the template's."""

import numpy as np


def load_spiral(train, held, wrong):
    """Points on three arms that turn by a whole turn; some of the training labels are wrong, none of the others.

    Returns:
        The splits; inputs Float["b 2"] within about -1 … 1; targets Int["b"] in 0 … 2.
    """
    generator = np.random.default_rng(2)
    total = train + 2 * held
    label, radius = generator.integers(0, 3, total), np.sqrt(generator.uniform(0.01, 1, total))
    angle = 2 * np.pi * (label / 3 + radius) + 0.15 * generator.normal(size=total)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype("float32")
    given = label.copy()
    mistaken = np.flatnonzero(generator.random(train) < wrong)
    given[mistaken] = (label[mistaken] + generator.integers(1, 3, len(mistaken))) % 3
    given = given.astype("int32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (points[at], given[at]) for split, at in parts.items()}
