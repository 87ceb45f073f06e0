"""YOURS. What is learnt from."""

import numpy as np


def solid(rng, kind, n):
    """n points on the surface of a solid: three rows x, y, z of n."""
    u, v = rng.uniform(0, 2 * np.pi, n), rng.uniform(-1, 1, n)
    if kind == 0:  # sphere
        r = np.sqrt(1 - v**2)
        xyz = [r * np.cos(u), r * np.sin(u), v]
    elif kind == 1:  # box
        xyz = rng.uniform(-1, 1, (3, n))
        xyz[rng.integers(0, 3, n), np.arange(n)] = rng.choice([-1, 1], n)
    elif kind == 2:  # cylinder
        xyz = [np.cos(u), np.sin(u), v]
    elif kind == 3:  # cone
        r = np.sqrt(rng.uniform(0, 1, n))
        xyz = [r * np.cos(u), r * np.sin(u), 1 - 2 * r]
    else:  # torus
        w = np.pi * v
        xyz = [(0.7 + 0.3 * np.cos(w)) * np.cos(u), (0.7 + 0.3 * np.cos(w)) * np.sin(u), 0.3 * np.sin(w)]
    return np.array(xyz)


def load_mine(train, held_out, points, jitter, seed):
    """Clouds of random proportions, turned about the vertical, centred, and scaled into the unit ball."""
    rng = np.random.default_rng(seed)

    def clouds(n):
        kinds = rng.integers(0, 5, n)
        xyz = np.stack([solid(rng, kind, points) for kind in kinds])  # (n, 3, points)
        xyz = xyz * rng.uniform(0.6, 1.4, (n, 3, 1))
        a = rng.uniform(0, 2 * np.pi, n)
        o, i = np.zeros(n), np.ones(n)
        turn = np.array([[np.cos(a), -np.sin(a), o], [np.sin(a), np.cos(a), o], [o, o, i]]).transpose(2, 0, 1)
        xyz = turn @ xyz + jitter * rng.normal(size=xyz.shape)
        xyz = xyz - xyz.mean(axis=2, keepdims=True)
        xyz = xyz / np.linalg.norm(xyz, axis=1, keepdims=True).max(axis=2, keepdims=True)
        return xyz.transpose(0, 2, 1).astype("float32"), kinds.astype("int32")

    return {"train": clouds(train), "validation": clouds(held_out), "test": clouds(held_out)}
