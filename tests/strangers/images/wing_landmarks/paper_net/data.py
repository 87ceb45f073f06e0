import numpy as np


def load_mine(train, held_out, seed):
    """Drawn faces, turned and lit from a side, and where their five landmarks are; training has each mirrored, too.

    Args:
        train: faces of the training split, before they are mirrored.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)
    size = 24
    y, x = np.mgrid[:size, :size].astype(float)
    layout = np.array([[-4.0, -2.5], [4.0, -2.5], [0.0, 1.5], [-2.6, 5.0], [2.6, 5.0]])  # left eye first: x, y

    def blob(place, wide, tall):
        return np.exp(-(((x - place[0]) / wide) ** 2) - ((y - place[1]) / tall) ** 2)

    def face():
        angle, scale, yaw = rng.normal(0, 0.3), rng.uniform(0.75, 1.1), rng.normal(0, 1)
        centre = size / 2 + rng.uniform(-2.5, 2.5, 2)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        points = layout + np.array([[0.5], [0.5], [1.5], [0.5], [0.5]]) * [yaw, 0] + rng.normal(0, 0.3, (5, 2))
        places = centre + scale * points @ turn.T
        image = rng.uniform(0.1, 0.4) + rng.uniform(0.3, 0.5) * (blob(centre, 9 * scale, 11 * scale) > 0.37)
        for place in places[:2]:
            image -= 0.4 * blob(place, 1.5 * scale, 1.0 * scale)
        image -= 0.25 * blob(places[2], 0.9, 1.6)
        for share in np.linspace(0, 1, 6):
            image -= 0.12 * blob(places[3] + share * (places[4] - places[3]), 1.0, 1.0)
        image += rng.normal(0, 0.015) * (x - size / 2) + rng.normal(0, 0.04, image.shape)
        return image[..., None], places

    def split(n):
        images, places = zip(*(face() for _ in range(n)), strict=True)
        return np.stack(images).astype("float32"), np.stack(places).astype("float32")

    images, places = split(train)
    mirrored = places * [-1, 1] + [size - 1, 0]
    mirrored = mirrored[:, [1, 0, 2, 4, 3]]  # what was the left eye is the right one now
    images = np.concatenate([images, images[:, :, ::-1]])
    places = np.concatenate([places, mirrored]).astype("float32")
    return {"train": (images, places), "validation": split(held_out), "test": split(held_out)}
