import colorsys

import numpy as np

HUES = [0.0, 0.12, 0.33, 0.6, 0.83]  # red, yellow, green, blue, magenta


class Scenes:
    """Coloured shapes, each drawn when it is asked for; the same one each time.

    Args:
        n: how many there are.
        size: pixels a side.
        seed: together with its number decides what a scene is.
    """

    def __init__(self, n, size, seed):
        self.n, self.size, self.seed = n, size, seed

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        rng = np.random.default_rng([self.seed, int(i)])
        shape, colour, radius = rng.integers(4), rng.integers(len(HUES)), rng.uniform(3, 6.5)
        centre = rng.uniform(radius, self.size - 1 - radius, 2)
        y, x = np.mgrid[: self.size, : self.size] - centre[:, None, None]
        inside = [
            x**2 + y**2 < radius**2,
            np.maximum(abs(x), abs(y)) < 0.9 * radius,
            (abs(x) < 0.6 * (y + radius)) & (y < 0.8 * radius),
            (np.minimum(abs(x), abs(y)) < 0.35 * radius) & (np.maximum(abs(x), abs(y)) < radius),
        ][shape]
        hue, ground = HUES[colour] + 0.025 * rng.standard_normal(), rng.uniform(0.1, 0.5)
        paint = colorsys.hsv_to_rgb(hue % 1, rng.uniform(0.5, 1), rng.uniform(0.6, 1))
        image = np.where(inside[..., None], paint, ground) + 0.05 * rng.standard_normal((self.size, self.size, 3))
        targets = {"shape": np.int32(shape), "colour": np.int32(colour), "radius": np.array([radius], "float32")}
        return image.astype("float32"), targets


def load_mine(size, train, held_out, seed):
    """Sources of scenes, a seed each: what is judged by is never learnt from."""
    sizes = {"train": train, "validation": held_out, "test": held_out}
    return {split: Scenes(n, size, seed + i) for i, (split, n) in enumerate(sizes.items())}
