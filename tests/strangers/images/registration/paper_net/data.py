"""YOURS. What is learnt from: pairs of images to be registered."""

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates


def load_mine(train, held_out, side, largest, seed):
    """Pairs {moving, fixed}, the fixed image again, and the true flow."""
    rng = np.random.default_rng(seed)
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij")).astype(float)
    moving, fixed, flows = [], [], []
    for _ in range(train + 2 * held_out):
        image = gaussian_filter(rng.normal(size=(side, side)), 1.5, mode="reflect")
        image = (image - image.min()) / (image.max() - image.min())
        flow = gaussian_filter(rng.normal(size=(2, side, side)), (0, 5, 5), mode="reflect")
        flow *= largest * rng.uniform(0.5, 1) / np.abs(flow).max()
        moving.append(image)
        fixed.append(map_coordinates(image, grid + flow, order=1, mode="nearest"))
        flows.append(np.moveaxis(flow, 0, -1))
    moving, fixed = (np.array(a, "float32")[..., None] for a in (moving, fixed))
    flows = np.array(flows, "float32")

    def part(a, b):
        return ({"moving": moving[a:b], "fixed": fixed[a:b]}, {"moved": fixed[a:b], "flow": flows[a:b]})

    return {
        "train": part(0, train),
        "validation": part(train, train + held_out),
        "test": part(train + held_out, train + 2 * held_out),
    }
