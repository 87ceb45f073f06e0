import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """The 8 x 8 digits of scikit-learn, 0 … 1; a fifth to validate, a fifth to test.

    Args:
        seed: of the split.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    images, digits = load_digits(return_X_y=True)
    images, digits = (images / 16).astype("float32"), digits.astype("int32")
    order = np.random.default_rng(seed).permutation(len(digits))
    test, validation, train = np.split(order, [len(order) // 5, 2 * len(order) // 5])
    parts = {"train": train, "validation": validation, "test": test}
    return {split: (images[part], digits[part]) for split, part in parts.items()}
