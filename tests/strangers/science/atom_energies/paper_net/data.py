import numpy as np


def load_mine(largest, train, held_out, seed):
    """Clusters of 3 … largest atoms and their potential energy: Morse pairs, and an embedding as metals have it.

    Args:
        largest: atoms of a cluster, at most; a smaller one is filled up with atoms that are not there, at 0.
        train: clusters to learn from.
        held_out: clusters of the validation, and of the test.
        seed: of the clusters.
    """
    rng = np.random.default_rng(seed)

    def cluster(atoms):
        places = np.empty((0, 3))
        while len(places) < atoms:  # one by one, near another one, and never too close
            step = rng.normal(size=3)
            near = places[rng.integers(len(places))] if len(places) else np.zeros(3)
            place = near + step / np.linalg.norm(step) * rng.uniform(0.9, 1.6)
            if not len(places) or np.linalg.norm(places - place, axis=1).min() > 0.85:
                places = np.vstack([places, place])
        return places - places.mean(axis=0)

    def energy(places):
        r = np.linalg.norm(places[:, None] - places, axis=-1) + 1e9 * np.eye(len(places))
        pairs = ((1 - np.exp(-3 * (r - 1.1))) ** 2 - 1).sum() / 2
        density = np.exp(-2 * (r - 1.1)).sum(axis=1)
        return pairs - np.sqrt(density).sum()

    def clusters(count):
        x = np.zeros((count, largest, 3), "float32")
        there = np.zeros((count, largest), "float32")
        y = np.zeros((count, 1), "float32")
        for k, atoms in enumerate(rng.integers(3, largest + 1, size=count)):
            places = cluster(atoms)
            x[k, :atoms], there[k, :atoms], y[k] = places, 1, energy(places)
        return {"places": x, "there": there}, y

    return {"train": clusters(train), "validation": clusters(held_out), "test": clusters(held_out)}
