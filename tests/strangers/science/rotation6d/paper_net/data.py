"""YOURS. What is learnt from."""

import numpy as np


def random_rotations(rng, n):
    """Uniform over SO(3), by unit quaternions."""
    w, x, y, z = (q := rng.normal(size=(n, 4))).T / np.linalg.norm(q, axis=1)
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return np.array(rows).transpose(2, 0, 1)  # (n, 3, 3)


def load_mine(train, held_out, noise, seed):
    """Views of one object of ten keypoints, four units in front of the camera."""
    rng = np.random.default_rng(seed)
    body = rng.uniform(-1, 1, (10, 3))

    def views(n):
        rotation = random_rotations(rng, n)
        points = np.einsum("nij,kj->nki", rotation, body) + [0, 0, 4]  # (n, 10, 3)
        image = points[..., :2] / points[..., 2:] * 4
        return (image + noise * rng.normal(size=image.shape)).astype("float32"), rotation.astype("float32")

    return {"train": views(train), "validation": views(held_out), "test": views(held_out)}
