import numpy as np


def load_mine(train, held_out, points, noise, seed):
    """Outlines of parts in a bin, as unordered points: of five shapes, at any place and any angle, and mirrored too.

    Args:
        train: parts of the training split, which lie nearly straight.
        held_out: of the validation and of the test split, each, at any angle.
        points: of an outline.
        noise: of a point's place; a part is about 1 wide.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)
    corners = [
        [[0, 0], [1.2, 0], [1.2, 0.35], [0.35, 0.35], [0.35, 0.9], [0, 0.9]],  # an L
        [[0, 0], [1.3, 0], [1.3, 0.3], [0.8, 0.3], [0.8, 0.8], [0.5, 0.8], [0.5, 0.3], [0, 0.3]],  # a T
        [[0, 0], [1.3, 0], [0.3, 0.8]],  # a wedge
        [[0, 0], [1.2, 0], [1.2, 0.7], [0.9, 0.7], [0.9, 0.3], [0.3, 0.3], [0.3, 0.7], [0, 0.7]],  # a U
        [[0, 0], [1.2, 0], [0.95, 0.7], [0.25, 0.7]],  # a trapezium
    ]

    def parts(number, angle):
        label = draw.integers(0, 5, number)
        cloud = np.stack([outline(np.array(corners[k], "float64"), draw.random(points)) for k in label])
        cloud = cloud * draw.uniform(0.85, 1.15, (number, 1, 2)) + noise * draw.normal(size=cloud.shape)
        turn = draw.uniform(-angle, angle, number)
        cos, sin = np.cos(turn), np.sin(turn)
        mirror = draw.choice([-1, 1], number)
        matrix = np.stack([np.stack([cos, -sin], -1), np.stack([mirror * sin, mirror * cos], -1)], 1)
        cloud = cloud @ matrix + draw.uniform(-1, 1, (number, 1, 2))
        return cloud.astype("float32"), label.astype("int32")

    return {"train": parts(train, 0.2), "validation": parts(held_out, np.pi), "test": parts(held_out, np.pi)}


def outline(corners, at):
    """Points of a closed polygon (c, 2), at these shares of its circumference."""
    corners, at = np.asarray(corners, "float64"), np.asarray(at)
    sides = np.roll(corners, -1, 0) - corners
    length = np.linalg.norm(sides, axis=1)
    end = np.cumsum(length)
    at = at * end[-1]
    side = np.searchsorted(end, at, side="right").clip(max=len(corners) - 1)
    along = 1 - (end[side] - at) / length[side]
    return corners[side] + along[:, None] * sides[side]
