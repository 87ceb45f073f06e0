import numpy as np
from sklearn.datasets import load_digits


def load_mine(most, ratio, held_out, seed):
    """Digits, of which class k has most * ratio^(k / 9) training samples.

    Args:
        most: training samples of class 0.
        ratio: of the smallest class to the largest.
        held_out: samples of each class in the validation, and in the test.
        seed: of the order.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    digits = load_digits()
    images = (digits.images[..., None] / 16).astype("float32")  # (1797, 8, 8, 1)
    random = np.random.default_rng(seed)
    parts = {"validation": [], "test": [], "train": []}
    for k in range(10):
        rows = random.permutation(np.flatnonzero(digits.target == k))
        size = round(most * ratio ** (k / 9))
        parts["validation"].append(rows[:held_out])
        parts["test"].append(rows[held_out : 2 * held_out])
        parts["train"].append(rows[2 * held_out : 2 * held_out + size])
    rows = {split: random.permutation(np.concatenate(found)) for split, found in parts.items()}
    return {split: (images[found], digits.target[found].astype("int32")) for split, found in rows.items()}
