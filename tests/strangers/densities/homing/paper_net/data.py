import numpy as np


def load_mine(seed, train, validation, loft):
    """Releases at a place (km, east and north) under some cloud (0 … 1), and the bearing at which the bird vanished."""
    rng = np.random.default_rng(seed)

    def drawn(number):
        place = rng.uniform(-10, 10, (number, 2))
        cloud = rng.uniform(0, 1, number)
        home = bearing(np.array(loft) - place)
        seen = home + rng.vonmises(0, np.where(cloud < 0.5, 12.0, 2.0))  # below a covered sky they scatter
        x = np.column_stack([place / 10, cloud]).astype("float32")  # (n, 3)
        return x, (seen % (2 * np.pi)).astype("float32")

    return {"train": drawn(train), "validation": drawn(validation)}


def bearing(step):
    """Radians from north, clockwise, 0 … 2 pi, of a step (east, north)."""
    east, north = np.moveaxis(np.asarray(step, float), -1, 0)
    return np.arctan2(east, north) % (2 * np.pi)
