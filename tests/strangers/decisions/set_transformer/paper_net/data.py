"""YOURS. Sets of points, each from a mixture of Gaussians of its own."""

import numpy as np


def load_mine(train, held_out, points, components, seed):
    draw = np.random.default_rng(seed)

    def sets(number):
        means = draw.uniform(-4, 4, (number, components, 2))
        weights = draw.dirichlet(np.ones(components), number)
        which = (draw.random((number, points, 1)) > weights.cumsum(1)[:, None, :-1]).sum(-1)  # (number, points)
        x = np.take_along_axis(means, which[..., None], axis=1) + 0.3 * draw.normal(size=(number, points, 2))
        x = x.astype("float32")
        return x, x

    return {"train": sets(train), "validation": sets(held_out), "test": sets(held_out)}
