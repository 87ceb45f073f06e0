import numpy as np


def load_mine(seed):
    """Series of 40 values: a first wave tells when and how a second one comes, a rise or a fall."""
    rng = np.random.default_rng(seed)
    n = 1400
    t = np.arange(40)
    first, width, sign = rng.uniform(6, 14, n), rng.uniform(1.5, 3, n), rng.choice([-1, 1], n)
    second = first + 18 + rng.normal(0, 0.7, n)
    height = rng.uniform(1, 2, n)

    def wave(middle, width):
        return np.exp(-(((t - middle[:, None]) / width[:, None]) ** 2))

    x = height[:, None] * wave(first, width) * sign[:, None] + 1.2 * height[:, None] * wave(second, 1.4 * width)
    x = x - 0.8 * sign[:, None] * wave(second + 7, 1.2 * width) + rng.normal(0, 0.1, x.shape)
    x = x.astype("float32")
    pairs = x[:, :24], x[:, 24:]
    cuts = {"train": slice(1000), "validation": slice(1000, 1200), "test": slice(1200, n)}
    return {split: tuple(part[cut] for part in pairs) for split, cut in cuts.items()}
