import numpy as np


def load_mine(noise, seed):
    """Places (x, y), and a steering: past the obstacle on the left or on the right, each as often; what is right depends
    on the place, and jumps where y changes its sign."""
    draw = np.random.default_rng(seed)

    def split(number):
        places = draw.uniform(-1, 1, (number, 2))
        x, y = places.T
        left = np.where(y > 0, -0.8, -0.4) + 0.15 * np.sin(3 * x)
        right = np.where(y > 0, 0.5, 0.7) + 0.15 * x
        seen = np.where(draw.random(number) < 0.5, left, right) + draw.normal(0, noise, number)
        return places.astype("float32"), np.stack([seen, left, right], axis=-1).astype("float32")

    return {"train": split(4000), "validation": split(1000), "test": split(1000)}
