import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    images = (load_digits().data / 16).astype("float32")
    images = images[np.random.default_rng(seed).permutation(len(images))]
    parts = np.split(images, [1000, 1400])
    return {name: (part, None) for name, part in zip(("train", "validation", "test"), parts, strict=False)}
