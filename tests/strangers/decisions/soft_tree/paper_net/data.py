from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """Digits of 8 x 8 pixels, of scikit-learn: 60 / 20 / 20 %, as many of each class in each."""
    x, y = load_digits(return_X_y=True)
    x, y = (x / 16).astype("float32"), y.astype("int32")
    x, x_held, y, y_held = train_test_split(x, y, test_size=0.4, stratify=y, random_state=seed)
    x_val, x_test, y_val, y_test = train_test_split(x_held, y_held, test_size=0.5, stratify=y_held, random_state=seed)
    return {"train": (x, y), "validation": (x_val, y_val), "test": (x_test, y_test)}
