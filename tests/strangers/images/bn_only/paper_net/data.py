import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """The 1,797 digits of scikit-learn, cut at random."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).reshape(-1, 8, 8, 1).astype("float32")
    order = np.random.default_rng(seed).permutation(len(images))
    rows = {"train": order[:1197], "validation": order[1197:1497], "test": order[1497:]}
    return {name: (images[chosen], digits[chosen].astype("int32")) for name, chosen in rows.items()}
