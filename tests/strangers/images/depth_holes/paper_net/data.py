"""YOURS. What is learnt from."""

import numpy as np


def load_mine(train, held_out, size, seed):
    """A lit ball before a tilted wall, in fog, and the depth of each pixel, 0 where the sensor has a hole.

    Returns:
        The splits, each (pictures, depths), both (n, size, size, 1).
    """
    draw = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:size, 0:size] / (size - 1) * 2 - 1

    def scene():
        wall = draw.uniform(3, 8)
        depth = wall * (1 + draw.uniform(-0.3, 0.3) * rows + draw.uniform(-0.3, 0.3) * columns)
        light = 0.9 * np.ones_like(depth)
        radius, centre = draw.uniform(0.3, 0.6), draw.uniform(-0.5, 0.5, 2)
        height = radius**2 - (rows - centre[0]) ** 2 - (columns - centre[1]) ** 2
        there = height > 0
        bulge = np.sqrt(np.maximum(height, 0))
        ball = draw.uniform(1, 2.5)
        depth[there] = (ball - bulge)[there]
        light[there] = 0.4 + 0.6 * (bulge / radius)[there]
        fog = np.exp(-0.25 * depth)
        picture = light * fog + draw.normal(0, 0.01, fog.shape)
        hole = draw.random(depth.shape) < 0.1
        hole[:, : draw.integers(0, 4)] = True  # the shadow of the projector
        return picture, np.where(hole, 0, depth)

    def split(number):
        pictures, depths = zip(*(scene() for _ in range(number)), strict=False)
        return np.array(pictures, "float32")[..., None], np.array(depths, "float32")[..., None]

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
