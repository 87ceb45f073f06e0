"""The graph of the sensors."""

import numpy as np


def places(sensors, seed=3):
    """Where the sensors stand, in a square of side 1; (n, 2)."""
    return np.random.default_rng(seed).random((sensors, 2))


def scaled_laplacian(place, neighbours):
    """2 L / lambda_max - 1, of the normalized Laplacian of the graph of nearest neighbours; its spectrum is -1 … 1."""
    distance = np.linalg.norm(place[:, None] - place[None], axis=-1)
    reach = np.sort(distance, axis=1)[:, neighbours, None]
    weight = np.exp(-((distance / reach.mean()) ** 2)) * (distance <= reach)
    weight = np.maximum(weight, weight.T)
    np.fill_diagonal(weight, 0)
    degree = weight.sum(axis=1)
    laplacian = np.eye(len(place)) - weight / np.sqrt(degree[:, None] * degree)
    return 2 * laplacian / np.linalg.eigvalsh(laplacian).max() - np.eye(len(place))
