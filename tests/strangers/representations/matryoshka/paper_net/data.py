import numpy as np
from sklearn.datasets import load_digits


class Shifted:
    """Each image three times: as it is, and shifted by one pixel to the left and to the right."""

    def __init__(self, images, labels, nested):
        self.images, self.labels, self.nested = images, labels, nested

    def __len__(self):
        return 3 * len(self.images)

    def __getitem__(self, index):
        which, by = divmod(int(index), 3)
        image = np.roll(self.images[which], by - 1, axis=1)
        return image, {f"d{m}": self.labels[which] for m in self.nested}


def load_mine(nested, seed):
    """Digits in 0 … 1, 1000 to learn from, 400 and 397 held out."""
    digits = load_digits()
    images, labels = (digits.images / 16).astype("float32"), digits.target.astype("int32")
    order = np.random.default_rng(seed).permutation(len(images))
    train, validation, test = np.split(order, [1000, 1400])
    held_out = [(images[part], {f"d{m}": labels[part] for m in nested}) for part in (validation, test)]
    return {"train": Shifted(images[train], labels[train], nested), "validation": held_out[0], "test": held_out[1]}
