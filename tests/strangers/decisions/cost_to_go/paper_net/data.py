import numpy as np


def load_mine(maps, side, blocked, seed):
    """Maps with obstacles and a goal, and from each cell the length of the shortest way to the goal.

    Args:
        maps: of all splits together.
        side: cells of a map's side.
        blocked: share of cells that are obstacles.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: Float["b side side 2"], obstacles and goal; Float["b side side 1"], steps, -1 where
        there is an obstacle or no way. The maps of the training stand there in all 8 positions.
    """
    rng = np.random.default_rng(seed)
    wall = rng.random((maps, side, side)) < blocked
    goal = rng.integers(0, side, (maps, 2))
    at = (np.arange(maps), goal[:, 0], goal[:, 1])
    wall[at] = False
    steps = np.full((maps, side + 2, side + 2), np.inf)  # with a border
    inside = steps[:, 1:-1, 1:-1]
    inside[at] = 0
    while True:
        near = np.minimum.reduce([steps[:, :-2, 1:-1], steps[:, 2:, 1:-1], steps[:, 1:-1, :-2], steps[:, 1:-1, 2:]])
        better = np.where(wall, np.inf, np.minimum(inside, near + 1))
        if (better == inside).all():
            break
        inside[:] = better
    target = np.zeros((maps, side, side), bool)
    target[at] = True
    x = np.stack([wall, target], axis=-1).astype("float32")
    y = np.where(np.isinf(inside), -1, inside).astype("float32")[..., None]
    a, b = int(0.7 * maps), int(0.85 * maps)
    x_train, y_train = turned(x[:a]), turned(y[:a])
    return {"train": (x_train, y_train), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}


def turned(maps):
    """Each map in its 8 positions, turned and mirrored: (b, side, side, c) to (8 b, side, side, c)."""
    quarters = [np.rot90(maps, k, axes=(1, 2)) for k in range(4)]
    return np.concatenate([*quarters, *(quarter[:, :, ::-1] for quarter in quarters)])
