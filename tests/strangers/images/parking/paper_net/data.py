import numpy as np


def load_mine(days, seed):
    """Views of whole days: forty days to learn from, ten to validate, ten to test."""
    rng = np.random.default_rng(seed)
    pictured = [day(rng) for _ in range(days)]
    image = np.stack([views for views, _ in pictured])  # (days, 8, 20, 32, 3)
    taken = np.stack([places for _, places in pictured])  # (days, 8, 8)
    order = rng.permutation(days)
    parts = {"train": order[: days - 20], "validation": order[days - 20 : days - 10], "test": order[days - 10 :]}
    mean, std = image[parts["train"]].mean(), image[parts["train"]].std()
    image = scaled(image, mean, std)
    splits = {name: flat(image[part], taken[part]) for name, part in parts.items()}
    return {**splits, "groups": {name: np.repeat(part, 8) for name, part in parts.items()}}


def scaled(image, mean, std):
    return (image - mean) / std


def flat(image, taken):
    """The views of several days, one after the other."""
    return image.reshape(-1, *image.shape[2:]).astype("float32"), taken.reshape(-1, taken.shape[-1]).astype("int32")


def day(rng):
    """Eight views of one day: its light and its shadow; cars come and go from view to view."""
    light, tint = rng.uniform(60, 160), rng.uniform(0.85, 1.15, 3)
    shadow = rng.integers(0, 32)
    taken = rng.integers(0, 2, 8)
    paint = rng.uniform(0.1, 1.7, (8, 3))
    views, places = [], []
    for _ in range(8):
        change = rng.random(8) < 0.3
        taken = np.where(change, rng.integers(0, 2, 8), taken)
        paint = np.where(change[:, None], rng.uniform(0.1, 1.7, (8, 3)), paint)
        views.append(view(rng, taken, paint, shadow) * light * tint + rng.normal(0, 10, (20, 32, 3)))
        places.append(taken)
    return np.stack(views), np.stack(places)


def view(rng, taken, paint, shadow):
    """One view: ground, lines between the places, oil stains, cars not quite straight, the shadow of a building."""
    image = np.full((20, 32, 3), 0.8) + rng.normal(0, 0.05, (20, 32, 1))
    image[:, ::8] = 1.2
    for place in range(8):
        top, left = 11 * (place // 4) + rng.integers(1, 3), 8 * (place % 4) + rng.integers(1, 4)
        if taken[place]:
            image[top : top + 6, left : left + 4] = paint[place]
            image[top + 2 : top + 4, left + 1 : left + 3] = 0.25  # the windscreen
        elif rng.random() < 0.4:
            image[top + 2 : top + 5, left + 1 : left + 3] = 0.4
    image[:, shadow : shadow + 10] *= 0.5
    return image
