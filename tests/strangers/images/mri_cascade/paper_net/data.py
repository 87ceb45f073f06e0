import numpy as np

SIZE = 24


def phantom(rng):
    """A slice: a body with three to six organs, all of them ellipses of one brightness each."""
    row, column = np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j]
    image = 0.3 * ((row / 0.85) ** 2 + (column / rng.uniform(0.6, 0.85)) ** 2 < 1)
    for _ in range(rng.integers(3, 7)):
        y, x = rng.uniform(-0.45, 0.45, 2)
        a, b = rng.uniform(0.1, 0.35, 2)
        turn = rng.uniform(0, np.pi)
        u = np.cos(turn) * (row - y) + np.sin(turn) * (column - x)
        v = np.cos(turn) * (column - x) - np.sin(turn) * (row - y)
        image = image + rng.uniform(-0.25, 0.6) * ((u / a) ** 2 + (v / b) ** 2 < 1)
    return np.clip(image, 0, 1)


def lines_read(rng):
    """Which rows of k-space are read, in the order of np.fft: the six about frequency 0, and four others."""
    centred = np.zeros(SIZE)
    middle = SIZE // 2
    centred[middle - 3 : middle + 3] = 1
    others = np.flatnonzero(centred == 0)
    centred[rng.choice(others, 4, replace=False)] = 1
    return np.fft.ifftshift(centred)


def load_mine(seed):
    """Slices, each with the rows of its k-space that were read, the others zero."""
    rng = np.random.default_rng(seed)
    splits = {}
    for name, count in {"train": 800, "validation": 200, "test": 200}.items():
        images = np.stack([phantom(rng) for _ in range(count)])
        mask = np.stack([lines_read(rng) for _ in range(count)])
        k = np.fft.fft2(images, norm="ortho") * mask[:, :, None]
        inputs = {"measured": np.stack([k.real, k.imag], -1).astype("float32"), "mask": mask.astype("float32")}
        splits[name] = inputs, images[..., None].astype("float32")
    return splits
