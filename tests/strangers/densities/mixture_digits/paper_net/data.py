"""Digits in black and white."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine():
    pixels = (load_digits().data >= 8).astype("float32")
    pixels = pixels[np.random.default_rng(21).permutation(len(pixels))]
    return {"train": (pixels[:1200], None), "validation": (pixels[1200:1500], None), "test": (pixels[1500:], None)}
