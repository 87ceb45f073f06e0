from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(held_out, seed):
    """The 1,797 digits that scikit-learn ships, as rows of 64 pixels in 0 … 1.

    Args:
        held_out: of the validation, and as many of the test, with the same share of each digit.
        seed: of the split.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    x, y = load_digits(return_X_y=True)
    x = (x / 16).astype("float32")
    x, x_test, y, y_test = train_test_split(x, y, test_size=held_out, stratify=y, random_state=seed)
    x, x_validation, y, y_validation = train_test_split(x, y, test_size=held_out, stratify=y, random_state=seed)
    return {"train": (x, y), "validation": (x_validation, y_validation), "test": (x_test, y_test)}
