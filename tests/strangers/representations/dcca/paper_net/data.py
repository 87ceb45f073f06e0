import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Both halves of 1200 digits to learn from, of 300 and 297 held out."""
    images = (load_digits().images / 16).astype("float32")
    order = np.random.default_rng(seed).permutation(len(images))

    def halves(part):
        x = images[part]
        return {"left": x[:, :, :4].reshape(-1, 32), "right": x[:, :, 4:].reshape(-1, 32)}, None

    train, validation, test = np.split(order, [1200, 1500])
    return {"train": halves(train), "validation": halves(validation), "test": halves(test)}
