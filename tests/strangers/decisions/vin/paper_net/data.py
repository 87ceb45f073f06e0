"""YOURS. Grid worlds with obstacles, and the first step of a shortest path."""

import numpy as np

MOVES = [(-1, 0), (1, 0), (0, -1), (0, 1)]


def distances(free, goal):
    """Steps to the goal from each cell, by Bellman's recursion; infinite where there is no way."""
    d = np.full(free.shape, np.inf)
    d[goal] = 0
    for _ in range(free.size):
        padded = np.pad(d, 1, constant_values=np.inf)
        best = np.min([padded[1 + r : 9 + r, 1 + c : 9 + c] for r, c in MOVES], axis=0) + 1
        new = np.where(free, np.minimum(d, best), np.inf)
        if np.array_equal(new, d):
            break
        d = new
    return d


def load_mine(maps, states, seed):
    draw = np.random.default_rng(seed)
    images, positions, actions, groups = [], [], [], []
    for number in range(maps):
        free = draw.random((8, 8)) > 0.3
        goal = tuple(draw.integers(0, 8, 2))
        free[goal] = True
        d = distances(free, goal)
        there = np.argwhere(np.isfinite(d) & (d > 0))
        if len(there) < states:
            continue
        image = np.zeros((8, 8, 2), "float32")
        image[..., 0] = ~free
        image[goal][1] = 1
        padded = np.pad(d, 1, constant_values=np.inf)
        for row, column in there[draw.choice(len(there), states, replace=False)]:
            around = [padded[1 + row + r, 1 + column + c] for r, c in MOVES]
            images.append(image)
            positions.append((row, column))
            actions.append(int(np.argmin(around)))
            groups.append(number)
    inputs = {"image": np.stack(images), "position": np.array(positions, "int32")}
    actions, groups = np.array(actions, "int32"), np.array(groups)
    cuts = {"train": (0, 0.7), "validation": (0.7, 0.85), "test": (0.85, 1)}
    splits, of = {}, {}
    for name, (low, high) in cuts.items():
        rows = (groups >= low * maps) & (groups < high * maps)
        splits[name] = ({key: value[rows] for key, value in inputs.items()}, actions[rows])
        of[name] = groups[rows]
    return {**splits, "groups": of}
