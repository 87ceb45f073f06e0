"""YOURS. What is learnt from: the pixels of cameras around a flat scene."""

import numpy as np


def load_mine(cameras, rays, seed):
    """Rays (origin, direction) and their colours; cameras on a circle of radius 2 look at its centre."""
    rng = np.random.default_rng(seed)
    centres, radii = np.array([[0.35, 0.2], [-0.4, 0.25], [0.0, -0.4], [-0.1, 0.65]]), np.array([0.25, 0.3, 0.2, 0.12])
    colours = np.array([[0.9, 0.2, 0.1], [0.1, 0.7, 0.3], [0.2, 0.3, 0.9], [0.9, 0.8, 0.1]])
    angles = 2 * np.pi * rng.permutation(cameras) / cameras
    origins = 2 * np.stack([np.cos(angles), np.sin(angles)], -1)  # (cameras, 2)
    fans = np.linspace(-0.5, 0.5, rays)  # of the angle of view
    towards = angles[:, None] + np.pi + fans
    directions = np.stack([np.cos(towards), np.sin(towards)], -1).reshape(-1, 2)
    origins = np.repeat(origins, rays, 0)

    # where each ray enters each disc: |o + t v - c| = r
    offset = origins[:, None] - centres
    b = (offset * directions[:, None]).sum(-1)
    inside = b**2 - (offset**2).sum(-1) + radii**2
    t = np.where(inside > 0, -b - np.sqrt(np.maximum(inside, 0)), np.inf)  # (n, discs)
    first = t.argmin(-1)
    seen = np.isfinite(t.min(-1))
    hit = origins + np.where(seen, t.min(-1), 0)[:, None] * directions
    stripes = 0.75 + 0.25 * np.sign(np.sin(12 * (hit[:, 0] + hit[:, 1])))
    colour = np.where(seen[:, None], colours[first] * stripes[:, None], 0.0)

    x, y = np.concatenate([origins, directions], -1).astype("float32"), colour.astype("float32")
    camera = np.repeat(np.arange(cameras), rays)
    of = {
        "train": camera < cameras - 10,
        "validation": (camera >= cameras - 10) & (camera < cameras - 5),
        "test": camera >= cameras - 5,
    }
    return {
        **{split: (x[at], y[at]) for split, at in of.items()},
        "groups": {split: camera[at] for split, at in of.items()},
    }
