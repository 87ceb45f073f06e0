"""Draws of z_0 ~ N(0, I)."""

import numpy as np


def load_mine(draws, held_out):
    rng = np.random.default_rng(2)

    def part(count):
        return rng.standard_normal((count, 2)).astype("float32"), np.zeros(count, "float32")

    return {"train": part(draws), "validation": part(held_out), "test": part(held_out)}
