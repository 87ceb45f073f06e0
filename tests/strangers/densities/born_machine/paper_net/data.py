import numpy as np


def load_mine(side, train, held_out, seed):
    """Bars and stripes: images all of whose rows are constant, or all of whose columns are.

    Args:
        side: pixels a side.
        train: images to learn from.
        held_out: images of the validation.
        seed: not the run's, each of which learns from the same.

    Returns:
        The splits; the images (n, side * side) of 0 and 1, row by row, each of the 2 * 2**side - 2 equally likely.
    """
    rng = np.random.default_rng(seed)
    bits = (np.arange(2**side)[:, None] >> np.arange(side)) % 2  # (2**side, side)
    patterns = np.unique(np.concatenate([stripes(bits), bars(bits)]), axis=0)
    images = patterns[rng.integers(len(patterns), size=train + held_out)].astype("int32")
    return {
        "train": (images[:train], np.zeros(train, "float32")),
        "validation": (images[train:], np.zeros(held_out, "float32")),
    }


def stripes(bits):
    """Each bit is a row: (n, side) → (n, side * side)."""
    return np.repeat(bits, np.shape(bits)[1], axis=1)


def bars(bits):
    """Each bit is a column: (n, side) → (n, side * side)."""
    side = np.shape(bits)[1]
    return stripes(bits).reshape(-1, side, side).transpose(0, 2, 1).reshape(-1, side * side)
