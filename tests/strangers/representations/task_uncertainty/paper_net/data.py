"""Digits on a canvas, put there when they are asked for: a source of samples."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


class Canvases:
    """source[i] is the pair of one sample; the same i gives the same one."""

    def __init__(self, images, digits, side, seed):
        self.images, self.digits, self.side = images, digits, side
        self.places = np.random.default_rng(seed).integers(0, side - 7, (len(images), 2))

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        row, column = self.places[i]
        canvas = np.zeros((self.side, self.side, 1), "float32")
        canvas[row : row + 8, column : column + 8, 0] = self.images[i] / 16
        return canvas, {"digit": np.int32(self.digits[i]), "place": self.places[i].astype("float32")}


def load_mine(side, seed):
    """1,100 canvases to learn from, 350 and 347 to judge by."""
    images, digits = load_digits(return_X_y=True)
    images = images.reshape(-1, 8, 8)
    images, x_test, digits, y_test = train_test_split(images, digits, test_size=347, random_state=seed, stratify=digits)
    x, x_held, y, y_held = train_test_split(images, digits, test_size=350, random_state=seed, stratify=digits)
    return {
        "train": Canvases(x, y, side, seed),
        "validation": Canvases(x_held, y_held, side, seed + 1),
        "test": Canvases(x_test, y_test, side, seed + 2),
    }
