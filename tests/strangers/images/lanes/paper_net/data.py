import numpy as np


class Mirrored:
    """Pictures and targets, and after them the same seen in a mirror; one sample at a time."""

    def __init__(self, images, targets):
        self.images, self.targets = images, targets

    def __len__(self):
        return 2 * len(self.images)

    def __getitem__(self, i):
        mirror, i = divmod(int(i), len(self.images))
        image, target = self.images[i], self.targets[i]
        if mirror:
            image, target = image[:, ::-1], -target  # what was left is right
        return image, target


def load_mine(seed, train, held_out):
    """Roads of a random offset, heading and bend, with shadows across; no road is in two splits."""
    rng = np.random.default_rng(seed)
    rows, columns = np.arange(16)[:, None], np.arange(24)[None, :]
    far = (15 - rows) / 15  # 0 at the car, 1 at the horizon

    def roads(n):
        targets = rng.uniform(-1, 1, (n, 3))
        images = []
        for offset, heading, bend in targets:
            middle = 11.5 - 3 * offset * (1 - 0.7 * far) + 4 * heading * far + 5 * bend * far**2  # (16, 1)
            image = 0.3 + 0.1 * rng.random() + np.zeros((16, 24))
            for side in (-1, 1):
                marking = np.exp(-((columns - middle - side * (6 - 4 * far)) ** 2) / 0.6)
                image += rng.uniform(0.3, 0.6) * marking * (rng.random((16, 1)) < 0.8)  # it is dashed
            start = rng.integers(0, 14)
            image[start : start + rng.integers(1, 4)] *= rng.uniform(0.4, 0.9)  # a shadow
            images.append(image + 0.05 * rng.normal(size=image.shape))
        return np.array(images, "float32")[..., None] - 0.4, targets.astype("float32")

    return {"train": Mirrored(*roads(train)), "validation": roads(held_out), "test": roads(held_out)}
