"""YOURS. What is learnt from."""

from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """Digits: 1077 to train on, 360 each to validate and to test, of each class its share."""
    x, y = load_digits(return_X_y=True)
    x, y = (x / 16).astype("float32").reshape(-1, 8, 8, 1), y.astype("int32")
    x, x_test, y, y_test = train_test_split(x, y, test_size=360, stratify=y, random_state=seed)
    x, x_val, y, y_val = train_test_split(x, y, test_size=360, stratify=y, random_state=seed)
    return {"train": (x, y), "validation": (x_val, y_val), "test": (x_test, y_test)}
