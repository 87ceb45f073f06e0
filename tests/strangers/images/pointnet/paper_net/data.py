"""YOURS. What is learnt from."""

import numpy as np


def load_mine(train, held_out, points, seed):
    """Point clouds of five solids' surfaces, turned about the vertical axis, stretched and jittered.

    Returns:
        The splits, each (clouds, solids) of shapes (n, points, 3) and (n,).
    """
    draw = np.random.default_rng(seed)

    def split(number):
        solids = draw.integers(0, 5, number)
        clouds = np.stack([cloud(SURFACES[solid], points, draw) for solid in solids])
        return clouds.astype("float32"), solids.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def cloud(surface, points, draw):
    xyz = surface(points, draw)  # (3, points)
    xyz = xyz * draw.uniform(0.7, 1.3, (3, 1))
    angle = draw.uniform(0, 2 * np.pi)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    xyz = turn @ xyz + draw.normal(0, 0.03, xyz.shape)
    xyz -= xyz.mean(axis=1, keepdims=True)
    xyz /= np.linalg.norm(xyz, axis=0).max()
    return xyz.T


def ball(n, draw):
    v = draw.normal(size=(3, n))
    return v / np.linalg.norm(v, axis=0)


def cube(n, draw):
    v = draw.uniform(-1, 1, (3, n))
    v[draw.integers(0, 3, n), np.arange(n)] = draw.choice([-1, 1], n)
    return v


def cylinder(n, draw):
    angle, z = draw.uniform(0, 2 * np.pi, n), draw.uniform(-1, 1, n)
    return np.stack([np.cos(angle), np.sin(angle), z])


def cone(n, draw):
    angle, r = draw.uniform(0, 2 * np.pi, n), np.sqrt(draw.uniform(0, 1, n))
    return np.stack([r * np.cos(angle), r * np.sin(angle), 1 - 2 * r])


def torus(n, draw):
    angle, around = draw.uniform(0, 2 * np.pi, (2, n))
    r = 1 + 0.4 * np.cos(around)
    return np.stack([r * np.cos(angle), r * np.sin(angle), 0.4 * np.sin(around)])


SURFACES = [ball, cube, cylinder, cone, torus]
