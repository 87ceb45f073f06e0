import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    images, digits = load_digits(return_X_y=True)
    images = (images / 8 - 1).astype("float32")  # 0 … 16 → -1 … 1
    order = np.random.default_rng(seed).permutation(len(images))
    splits = {"train": order[:1000], "validation": order[1000:1400], "test": order[1400:]}
    return {name: (images[i], digits[i].astype("int32")) for name, i in splits.items()}
