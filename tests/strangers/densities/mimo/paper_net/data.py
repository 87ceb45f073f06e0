from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """Digits: 1197 to train on, 300 to validate, 300 to test, of each class its share."""
    x, y = load_digits(return_X_y=True)
    x, y = (x / 16).astype("float32"), y.astype("int32")
    x, x_test, y, y_test = train_test_split(x, y, test_size=300, random_state=seed, stratify=y)
    x, x_held, y, y_held = train_test_split(x, y, test_size=300, random_state=seed, stratify=y)
    return {"train": (x, y), "validation": (x_held, y_held), "test": (x_test, y_test)}
