"""YOURS. What is learnt from: two laboratories, one of which has labels. Contract: as the template's."""

import numpy as np


def load_two_laboratories(train, held):
    """Three classes in ten dimensions that mean the same in both laboratories; six more show where one is.

    The laboratory's own dimensions also hint at the class, differently in each: who relies on them fails elsewhere.

    Args:
        train: samples of each laboratory; the labels of the second are not known, -1.
        held: of each, for validation and for the test, with all labels.

    Returns:
        The splits; inputs Float["b 16"]; targets: label Int["b"], domain Float["b 1"], 0 or 1.
    """
    generator = np.random.default_rng(17)
    centres = 1.0 * generator.normal(size=(3, 10))
    offsets, hints = 1.2 * generator.normal(size=(2, 6)), 1.5 * generator.normal(size=(2, 3, 6))
    splits = {}
    for split, size in (("train", train), ("validation", held), ("test", held)):
        domain = np.repeat([0, 1], size)
        label = generator.integers(0, 3, 2 * size)
        common = centres[label] + 1.0 * generator.normal(size=(2 * size, 10))
        local = offsets[domain] + 0.7 * hints[domain, label] + 0.7 * generator.normal(size=(2 * size, 6))
        inputs = np.concatenate([common, local], axis=1).astype("float32")
        if split == "train":
            label = np.where(domain == 1, -1, label)
        order = generator.permutation(2 * size)
        targets = {"label": label[order].astype("int32"), "domain": domain[order, None].astype("float32")}
        splits[split] = inputs[order], targets
    return splits
