import numpy as np

SIZE = 32
SCALE = 100  # a density is a small number: learnt is a hundred times it


def load_mine(seed, train, held_out):
    """Each split is a source that draws its samples by their number: always the same."""
    return {"train": Cells(train, seed), "validation": Cells(held_out, seed + 1), "test": Cells(held_out, seed + 2)}


class Cells:
    """`source[i]`: an image (32, 32, 1) and its density (16, 16), whose sum is SCALE times the number of cells."""

    def __init__(self, samples, seed):
        self.samples, self.seed = samples, seed

    def __len__(self):
        return self.samples

    def __getitem__(self, i):
        if not 0 <= i < self.samples:
            raise IndexError(i)
        rng = np.random.default_rng([self.seed, int(i)])
        cells = rng.integers(2, 21)
        places = rng.uniform(2, SIZE - 2, (cells, 2))
        widths = rng.uniform(1.0, 1.8, cells)
        image = (bumps(places, widths) * rng.uniform(0.6, 1.0, (cells, 1, 1))).sum(axis=0)
        image += rng.uniform(-0.2, 0.2) + rng.normal(0, 0.1, image.shape)
        dots = bumps(places, np.full(cells, 1.5))
        density = (dots / dots.sum(axis=(1, 2), keepdims=True)).sum(axis=0)  # each cell has the mass 1, also at the rim
        density = density.reshape(SIZE // 2, 2, SIZE // 2, 2).sum(axis=(1, 3))  # half the resolution
        return image[..., None].astype("float32"), (SCALE * density).astype("float32")


def bumps(places, widths):
    """A Gaussian of height 1 at each place, (n, SIZE, SIZE)."""
    rows, columns = np.mgrid[:SIZE, :SIZE] + 0.5
    y, x = places.T[..., None, None]
    return np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * widths[:, None, None] ** 2))
