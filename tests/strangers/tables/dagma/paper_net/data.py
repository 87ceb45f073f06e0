import numpy as np


def effects(edges, size):
    """The matrix of direct effects: in row cause and column effect its strength."""
    matrix = np.zeros((size, size))
    for cause, effect, strength in edges:
        matrix[int(cause), int(effect)] = strength
    return matrix


def solved(noise, matrix):
    """Variables x of which each is the sum of its causes' effects and of its noise: x = x W + noise."""
    return noise @ np.linalg.inv(np.eye(len(matrix)) - matrix)


def load_mine(seed, edges, columns, train, held_out):
    """A linear structural equation model with normal noise of deviation 1."""
    rng = np.random.default_rng(seed)
    matrix = effects(edges, columns)
    sizes = {"train": train, "validation": held_out, "test": held_out}
    return {
        split: (solved(rng.normal(size=(size, columns)), matrix).astype("float32"), None)
        for split, size in sizes.items()
    }
