"""YOURS. What is learnt from: pairs of scikit-learn's digits, and whether both show the same digit."""

import numpy as np


def load_digit_pairs(pairs, held_out_pairs, validation=250, test=250):
    """Pairs of digits, half of them of one class.

    The images are divided first, unshuffled, as neighbours come from one writer; pairs are drawn within a split, so no
    image is on both sides.

    Args:
        pairs: drawn for training.
        held_out_pairs: drawn for validation, and for the test.
        validation: images held out for validation, before the test's.
        test: images held out for the test, the last ones.

    Returns:
        The splits; inputs {left, right}, each Float["b 8 8"] in 0 … 1; targets Float["b 1"], 1 where the classes agree.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    images = (images.reshape(-1, 8, 8) / 16).astype("float32")
    train_end, validation_end = len(images) - validation - test, len(images) - test
    parts = {
        "train": (slice(None, train_end), pairs),
        "validation": (slice(train_end, validation_end), held_out_pairs),
        "test": (slice(validation_end, None), held_out_pairs),
    }
    generator = np.random.default_rng(2006)
    return {name: drawn_pairs(images[part], labels[part], count, generator) for name, (part, count) in parts.items()}


def drawn_pairs(images, labels, count, generator):
    """`count` different pairs, alternately of one class and of two."""
    seen, lefts, rights, same = set(), [], [], []
    while len(lefts) < count:
        wanted = len(lefts) % 2 == 0
        left = int(generator.integers(len(labels)))
        candidates = np.flatnonzero((labels == labels[left]) == wanted)
        right = int(generator.choice(candidates))
        pair = (min(left, right), max(left, right))
        if left == right or pair in seen:
            continue
        seen.add(pair)
        lefts.append(left)
        rights.append(right)
        same.append(float(wanted))
    inputs = {"left": images[lefts], "right": images[rights]}
    return inputs, np.array(same, "float32")[:, None]
