import numpy as np


def load_mine(seed, size, train, held_out):
    """Images (n, size, size, 1) and masks (n, size, size) of 0 and 1."""
    rng = np.random.default_rng(seed)

    def split(n):
        masks = np.stack([vessels(rng, size) for _ in range(n)])
        depth = rng.uniform(0.8, 1.4, (n, 1, 1))
        shade = rng.uniform(-0.5, 0.5, (n, 1, 1)) * np.linspace(-1, 1, size)  # light from one side
        images = shade - depth * masks + rng.normal(0, 0.35, masks.shape)  # vessels are darker
        return images[..., None].astype("float32"), masks.astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def vessels(rng, size):
    mask = np.zeros((size, size))
    for _ in range(rng.integers(1, 3)):
        x, y = rng.uniform(4, size - 4, 2)
        angle = rng.uniform(0, 2 * np.pi)
        for _ in range(40):
            if 0 <= x < size - 1 and 0 <= y < size - 1:
                mask[int(y) : int(y) + 2, int(x) : int(x) + 2] = 1  # two pixels thick
            angle += rng.normal(0, 0.25)
            x, y = x + 0.6 * np.cos(angle), y + 0.6 * np.sin(angle)
    return mask
