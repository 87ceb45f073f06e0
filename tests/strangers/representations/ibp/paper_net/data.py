from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """Digits of 8 x 8 pixels in 0 … 1, as rows of 64: 1100 to learn from, 300 for validation, the rest for the test."""
    digits = load_digits()
    x, y = (digits.data / 16).astype("float32"), digits.target.astype("int32")
    x, x_test, y, y_test = train_test_split(x, y, train_size=1400, random_state=seed, stratify=y)
    x, x_validation, y, y_validation = train_test_split(x, y, train_size=1100, random_state=seed, stratify=y)
    return {"train": (x, y), "validation": (x_validation, y_validation), "test": (x_test, y_test)}
