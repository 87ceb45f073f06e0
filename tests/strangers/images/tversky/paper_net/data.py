import numpy as np


def load_mine(train, held_out, side, seed):
    """Scans with one to three small bright lesions each, among noise, smooth shades and thin vessels, and their masks."""
    rng = np.random.default_rng(seed)
    row, column = np.mgrid[:side, :side]

    def scan():
        phase = rng.uniform(0, 2 * np.pi, 2)
        image = 0.15 * np.sin(row / 5 + phase[0]) * np.cos(column / 7 + phase[1])
        slope, start = rng.uniform(-1, 1), rng.uniform(0, side)
        image += 0.5 * (abs(row - start - slope * (column - side / 2)) < 0.6)  # a vessel: as bright, but thin
        mask = np.zeros((side, side), bool)
        for _ in range(rng.integers(1, 4)):
            centre, radii = rng.uniform(4, side - 4, 2), rng.uniform(1.2, 3, 2)
            mask |= ((row - centre[0]) / radii[0]) ** 2 + ((column - centre[1]) / radii[1]) ** 2 < 1
        image += rng.uniform(0.45, 0.65) * mask + 0.2 * rng.normal(size=mask.shape)
        return image, mask

    def split(n):
        images, masks = zip(*(scan() for _ in range(n)), strict=False)
        return np.array(images, "float32")[..., None], np.array(masks, "float32")[..., None]

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
