"""YOURS. What is learnt from: a few small colour photographs of six kinds of signs."""

import numpy as np

SIDE = 16


def read_photos(number=600, seed=29):
    """The photographs as in the file: a row of bytes each, first red, then green, then blue.

    Returns:
        UInt8["b 768"] and Int["b"]: disc, square, plus, triangle upwards, triangle downwards, ring.
    """
    generator = np.random.default_rng(seed)
    kinds = generator.integers(0, 6, number)
    y, x = np.mgrid[:SIDE, :SIDE]
    centres = generator.uniform(6, 10, (2, number, 1, 1))
    radius = generator.uniform(4, 6, (number, 1, 1))
    v, h = (y - centres[0]) / radius, (x - centres[1]) / radius  # -1 … 1 inside of the sign
    distance = np.hypot(v, h)
    inside = np.abs(v) < 1
    signs = np.stack(
        [
            distance < 1,
            np.maximum(np.abs(v), np.abs(h)) < 0.85,
            (np.minimum(np.abs(v), np.abs(h)) < 0.3) & (np.maximum(np.abs(v), np.abs(h)) < 1),
            inside & (np.abs(h) < (v + 1) / 2),
            inside & (np.abs(h) < (1 - v) / 2),
            (distance < 1) & (distance > 0.55),
        ]
    )
    shown = signs[kinds, np.arange(number)][:, None]  # (b, 1, 16, 16)
    paper, paint = generator.uniform(30, 225, (2, number, 3, 1, 1))
    paint = np.where(np.abs(paint - paper).sum(axis=1, keepdims=True) < 120, 255 - paper, paint)
    shade = 1 + 0.2 * generator.normal(size=(number, 1, 1, 1)) * (y - x) / SIDE
    photos = (paper + (paint - paper) * shown) * shade + generator.normal(0, 14, (number, 3, SIDE, SIDE))
    return np.clip(photos, 0, 255).astype("uint8").reshape(number, -1), kinds


def load_photos(validation=300):
    """The splits; inputs in 0 … 255, rows then columns then colours."""
    rows, kinds = read_photos()
    photos = rows.reshape(-1, 3, SIDE, SIDE).transpose(0, 2, 3, 1)  # (b, 16, 16, 3)
    inputs = photos.astype("float32")
    targets = kinds.astype("int32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
