import numpy as np


def load_mine(seed, shapes, scans, points, queries):
    """Several scans of each body: points of its surface with noise, and query points with their occupancy.

    Returns:
        The splits ({"points", "queries"}, inside), no body in two of them; and `groups`, the body of each scan.
    """
    rng = np.random.default_rng(seed)
    bodies = [body(rng) for _ in range(sum(shapes))]
    shape = np.repeat(np.arange(len(bodies)), scans)  # of each scan
    cloud, place, inside = map(np.stack, zip(*(scan(rng, *bodies[i], points, queries) for i in shape), strict=True))
    split_of = np.repeat([0, 1, 2], shapes)[shape]  # bodies are drawn alike: the first ones are for training
    splits = {}
    groups = {}
    for i, name in enumerate(("train", "validation", "test")):
        rows = np.flatnonzero(split_of == i)
        splits[name] = ({"points": cloud[rows], "queries": place[rows]}, inside[rows])
        groups[name] = shape[rows]
    return {**splits, "groups": groups}


def body(rng):
    """Centres and half axes of two ellipsoids, (2, 3) each."""
    return rng.uniform(-0.4, 0.4, (2, 3)), rng.uniform(0.2, 0.55, (2, 3))


def level(x, centres, axes):
    """Below 1 inside of the union; x (n, 3)."""
    return np.sum(((x[:, None] - centres) / axes) ** 2, axis=-1).min(axis=1)


def scan(rng, centres, axes, points, queries):
    direction = rng.normal(size=(20 * points, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    which = rng.integers(0, 2, len(direction))
    surface = centres[which] + axes[which] * direction
    surface = surface[level(surface, centres, axes) > 0.999][:points]  # not those inside of another one
    surface = surface[rng.integers(0, len(surface), points)]
    near = surface[rng.integers(0, points, queries // 2)] + rng.normal(0, 0.15, (queries // 2, 3))
    place = np.concatenate([near, rng.uniform(-0.8, 0.8, (queries - queries // 2, 3))])
    inside = level(place, centres, axes) < 1
    noisy = surface + rng.normal(0, 0.02, surface.shape)
    return noisy.astype("float32"), place.astype("float32"), inside.astype("float32")
