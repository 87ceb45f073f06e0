import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed, counts, noise):
    """Noisy digits: of training as many of each class as `counts` says, of validation and test 40 of each."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).reshape(-1, 8, 8, 1)
    rows = {"train": [], "validation": [], "test": []}
    for digit, count in enumerate(counts):
        mine = rng.permutation(np.flatnonzero(digits == digit))
        rows["validation"].extend(mine[:40])
        rows["test"].extend(mine[40:80])
        rows["train"].extend(mine[80 : 80 + count])
    splits = {}
    for name, chosen in rows.items():
        chosen = rng.permutation(chosen)
        x = images[chosen] + rng.normal(0, noise, (len(chosen), 8, 8, 1))
        splits[name] = x.astype("float32"), digits[chosen].astype("int32")
    return splits
