import numpy as np


def load_mine(samples, seed):
    """A bent surface over a square, measured with noise of 0.1 at few places."""
    rng = np.random.default_rng(seed)
    places = rng.uniform(-2, 2, (samples, 2))
    heights = np.sin(2 * places[:, 0]) + places[:, 1] ** 2 / 2 + 0.1 * rng.normal(size=samples)
    places, heights = places.astype("float32"), heights.astype("float32")[:, None]
    a, b = int(0.4 * samples), int(0.6 * samples)
    return {
        "train": (places[:a], heights[:a]),
        "validation": (places[a:b], heights[a:b]),
        "test": (places[b:], heights[b:]),
    }
