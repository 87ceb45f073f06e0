import numpy as np


def load_mine(train, held_out, seed):
    """Scenes (16, 20, 1) and the depth of each of their pixels, in metres."""
    rng = np.random.default_rng(seed)

    def split(size):
        scenes = [scene(rng) for _ in range(size)]
        image, depth = (np.stack(part).astype("float32") for part in zip(*scenes, strict=True))
        return image[..., None], depth

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def scene(rng, height=16, width=20):
    """One image and its depths: sky, ground, and up to four boxes, the nearer before the farther."""
    horizon = rng.integers(2, 7)
    below = np.arange(height) - horizon
    ground = np.where(below > 0, np.clip(16.0 / np.maximum(below, 1), 1.0, 20.0), 20.0)
    depth = np.tile(ground[:, None], (1, width))
    image = np.where(below[:, None] > 0, rng.uniform(0.3, 0.5), rng.uniform(0.8, 1.0)) * np.ones((1, width))
    for foot in np.sort(rng.integers(horizon + 1, height, rng.integers(1, 5))):  # the lower, the nearer
        far = ground[foot]
        tall, wide = max(2, round(18 / far)), max(1, round(10 / far))
        left = rng.integers(-wide // 2, width - wide // 2)
        place = np.s_[max(0, foot - tall) : foot + 1, max(0, left) : left + wide]
        image[place], depth[place] = rng.uniform(0.0, 0.75), far
    return image + rng.normal(0, 0.04, image.shape), depth
