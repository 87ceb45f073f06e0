"""YOURS. What is learnt from: lists of documents, graded. Contract: as the template's."""

import numpy as np


def load_lists(train, held, documents):
    """Ten features of each document; its grade, 0 … 4, follows from some of them, their product, and an annotator's mood.

    Returns:
        The splits; inputs Float["b documents 10"]; targets Float["b documents"].
    """
    generator = np.random.default_rng(13)
    x = generator.normal(size=(train + 2 * held, documents, 10))
    merit = 0.8 * x[..., 0] - 0.6 * x[..., 1] + 0.9 * x[..., 2] * x[..., 3] + 0.5 * np.maximum(x[..., 4], 0)
    merit += 0.25 * generator.normal(size=merit.shape)
    grades = np.digitize(merit, [-1.0, 0.0, 0.8, 1.6]).astype("float32")
    x = x.astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (x[at], grades[at]) for split, at in parts.items()}
