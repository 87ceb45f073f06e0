import numpy as np

SHAPES = ["ellipsoid", "box", "cylinder", "cone"]


def load_mine(train, held_out, points, seed):
    """Points on the surface of solids: upright in training, turned at random in validation and test (z/SO(3)).

    Args:
        train: clouds to learn from.
        held_out: clouds of the validation and of the test, each.
        points: of a cloud.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)

    def split(count, turned):
        kinds = rng.integers(len(SHAPES), size=count)
        clouds = np.stack([cloud(SHAPES[kind], points, rng) for kind in kinds])
        if turned:
            clouds = np.einsum("npi,nij->npj", clouds, np.stack([rotation(rng) for _ in kinds]))
        return clouds.astype("float32"), kinds.astype("int32")

    return {"train": split(train, False), "validation": split(held_out, True), "test": split(held_out, True)}


def cloud(shape, points, rng):
    """Points (points, 3) on one solid, centred, its root mean square radius 1."""
    sides = rng.uniform(0.85, 1.15, 3)
    x = rng.normal(size=(points, 3))
    angle, height = rng.uniform(0, 2 * np.pi, points), rng.uniform(-1, 1, points)
    round_ = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    if shape == "ellipsoid":
        x /= np.linalg.norm(x, axis=1, keepdims=True)
    elif shape == "box":
        x = rng.uniform(-1, 1, (points, 3))
        x[np.arange(points), rng.integers(3, size=points)] = rng.choice([-1, 1], points)
    elif shape == "cylinder":
        lid = rng.random(points) < 0.35
        radius = np.where(lid, np.sqrt(rng.random(points)), 1)
        x = np.column_stack([radius[:, None] * round_, np.where(lid, np.sign(height), height)])
    else:
        radius = np.sqrt(rng.random(points))
        base = rng.random(points) < 0.3
        x = np.column_stack([radius[:, None] * round_, np.where(base, -1, 1 - 2 * radius)])
    x = x * sides + rng.normal(0, 0.02, (points, 3))
    x -= x.mean(axis=0)
    return x / np.sqrt((x**2).sum(axis=1).mean())


def rotation(rng):
    """A rotation of three dimensions, uniformly drawn."""
    q, r = np.linalg.qr(rng.normal(size=(3, 3)))
    q *= np.sign(np.diag(r))
    return q * np.sign(np.linalg.det(q))
