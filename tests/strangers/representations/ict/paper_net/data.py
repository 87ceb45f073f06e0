import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(labelled, seed):
    """Digits as rows of 64 pixels in 0 … 1; of the training split all but a few of each class lose their label (-1)."""
    digits = load_digits()
    x, y = (digits.data / 16).astype("float32"), digits.target.astype("int32")
    x, x_test, y, y_test = train_test_split(x, y, test_size=400, random_state=seed, stratify=y)
    x, x_validation, y, y_validation = train_test_split(x, y, test_size=300, random_state=seed, stratify=y)
    rng = np.random.default_rng(seed)
    known = np.concatenate([rng.choice(np.flatnonzero(y == digit), labelled, replace=False) for digit in range(10)])
    hidden = np.full_like(y, -1)
    hidden[known] = y[known]
    return {"train": (x, hidden), "validation": (x_validation, y_validation), "test": (x_test, y_test)}
