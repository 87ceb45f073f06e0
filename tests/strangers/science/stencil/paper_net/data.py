import numpy as np


def derivatives(rng, number, offsets):
    """Values of steep fronts on a coarse grid, and the slope in the middle of the stencil."""
    centre, width = rng.uniform(-3, 3, (number, 1)), rng.uniform(0.3, 1.5, (number, 1))
    height, slope, level = (
        rng.uniform(0.5, 2, (number, 1)),
        rng.uniform(0, 0.5, (number, 1)),
        rng.normal(size=(number, 1)),
    )
    values = level + slope * np.array(offsets) - height * np.tanh((np.array(offsets) - centre) / width)
    exact = slope - height / width / np.cosh(centre / width) ** 2
    return values.astype("float32"), exact.astype("float32")


def load_mine(seed, offsets):
    """Shocks as solutions of Burgers' equation have them, seen at the points of a stencil."""
    rng = np.random.default_rng(seed)
    sizes = {"train": 3000, "validation": 1000, "test": 1000}
    return {split: derivatives(rng, number, offsets) for split, number in sizes.items()}
