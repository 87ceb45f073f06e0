import numpy as np


def load_mine(shapes, points, held_out, seed):
    """Signed distances of points of the plane to the outlines of rounded boxes; negative inside.

    Args:
        shapes: each with a code of its own, which is learnt.
        points: of each shape, to learn from: most of them near the outline.
        held_out: points of each shape, of the validation and of the test, each.
    """
    rng = np.random.default_rng(seed)
    half, round_ = rng.uniform(0.15, 0.5, (shapes, 2)), rng.uniform(0.02, 0.2, shapes)
    turn, centre = rng.uniform(0, np.pi, shapes), rng.uniform(-0.25, 0.25, (shapes, 2))

    def distance(shape, point):
        p, c, s = point - centre[shape], np.cos(turn[shape]), np.sin(turn[shape])
        p = np.stack([c * p[:, 0] + s * p[:, 1], c * p[:, 1] - s * p[:, 0]], -1)
        q = np.abs(p) - half[shape]
        return np.linalg.norm(np.maximum(q, 0), axis=-1) + np.minimum(q.max(-1), 0) - round_[shape]

    def split(count):
        shape = np.repeat(np.arange(shapes), 6 * count)
        point = rng.uniform(-1, 1, (len(shape), 2))
        d = distance(shape, point).reshape(shapes, 6 * count)
        order = np.argsort(np.abs(d) + 0.3 * rng.random(d.shape), axis=1)[:, :count]  # near ones preferred
        chosen = (order + 6 * count * np.arange(shapes)[:, None]).ravel()
        inputs = {"shape": shape[chosen].astype("int32"), "point": point[chosen].astype("float32")}
        return inputs, d.ravel()[chosen].astype("float32")[:, None]

    return {"train": split(points), "validation": split(held_out), "test": split(held_out)}
