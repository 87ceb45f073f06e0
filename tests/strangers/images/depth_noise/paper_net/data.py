import numpy as np


def load_rooms(samples, size, seed):
    """Images of walls lit from the camera, and their depth in metres as a sensor measures it."""
    draws = np.random.default_rng(seed)
    rows, columns = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    slopes = draws.uniform(-0.4, 0.4, (samples, 2, 2, 1, 1))
    middle = draws.uniform(1.6, 2.6, (samples, 2, 1, 1))
    walls = middle + slopes[:, 0] * rows + slopes[:, 1] * columns  # (n, 2, h, w)
    true = walls.min(axis=1)  # the nearer wall hides the other
    images = lit(true) + draws.normal(0, 0.005, true.shape)
    measured = true + draws.normal(0, 1, true.shape) * spread(true)
    images, measured = (a.astype("float32")[..., None] for a in (images, measured))  # (n, h, w, 1)
    held = samples // 5
    return {
        "train": (images[2 * held :], measured[2 * held :]),
        "validation": (images[:held], measured[:held]),
        "test": (images[held : 2 * held], measured[held : 2 * held]),
    }


def lit(depth):
    """Light from the camera falls off with the square of the depth."""
    return 1 / np.square(depth)


def spread(depth):
    """The deviation of a structured-light sensor grows with the square of the depth."""
    return 0.02 * np.square(depth)
