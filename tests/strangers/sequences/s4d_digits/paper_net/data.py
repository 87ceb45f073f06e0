"""Sequential digits."""

from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """1,797 images of 8 x 8, row after row, as sequences (64, 1) of greys in -1 … 1; 60, 20 and 20 %, stratified."""
    digits = load_digits()
    x = (digits.data[..., None] / 8 - 1).astype("float32")  # (n, 64, 1)
    y = digits.target.astype("int32")
    x_train, x_rest, y_train, y_rest = train_test_split(x, y, test_size=0.4, stratify=y, random_state=seed)
    x_val, x_test, y_val, y_test = train_test_split(x_rest, y_rest, test_size=0.5, stratify=y_rest, random_state=seed)
    return {"train": (x_train, y_train), "validation": (x_val, y_val), "test": (x_test, y_test)}
