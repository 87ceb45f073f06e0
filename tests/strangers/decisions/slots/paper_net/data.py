import numpy as np


def load_mine(sets, points, clusters, spread, seed):
    """Sets of points in the plane, and the centres of the clusters that they were drawn from.

    Args:
        sets: how many for training, validation and test.
        points: of a set.
        clusters: of a set, each with one point at least.
        spread: standard deviation of a cluster.
    """
    rng = np.random.default_rng(seed)

    def draw(n):
        centres = rng.uniform(-1, 1, size=(n, clusters, 2))
        of = rng.integers(clusters, size=(n, points))
        of[:, :clusters] = np.arange(clusters)
        at = np.take_along_axis(centres, of[..., None], axis=1) + spread * rng.normal(size=(n, points, 2))
        return at.astype("float32"), centres.astype("float32")

    return dict(zip(["train", "validation", "test"], map(draw, sets), strict=False))
