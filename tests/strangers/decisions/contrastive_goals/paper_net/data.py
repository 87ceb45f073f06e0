import numpy as np

MOVES = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])  # east, west, north, south


def moved(place, move, size):
    """A step on a square of `size` fields a side; a wall is walked into and stops."""
    return np.clip(place + move, 0, size - 1)


def futures(path, ahead):
    """Of each step but the last the place that is reached `ahead` steps later, 1 or more; the last place at most."""
    steps = np.arange(len(path) - 1)
    return np.asarray(path)[np.minimum(steps + ahead, len(path) - 1)]


def load_mine(seed, train, held_out, length, size, discount, persistence):
    """Wanderers that mostly keep their direction; each step with a place of the same walk, geometrically far ahead."""
    rng = np.random.default_rng(seed)
    splits, groups, number = {}, {}, 0
    for split, walks in {"train": train, "validation": held_out, "test": held_out}.items():
        parts = {"place": [], "action": [], "goal": []}
        walk = []
        for _ in range(walks):
            path, actions = [rng.integers(0, size, 2)], [rng.integers(0, 4)]
            for _ in range(length):
                path.append(moved(path[-1], MOVES[actions[-1]], size))
                actions.append(actions[-1] if rng.random() < persistence else rng.integers(0, 4))
            goal = futures(path, rng.geometric(1 - discount, length))
            parts["place"].append(2 * np.array(path[:-1]) / (size - 1) - 1)
            parts["action"].append(np.eye(4)[actions[:-1]])
            parts["goal"].append(2 * goal / (size - 1) - 1)
            walk.append(np.full(length, number))
            number += 1
        mixed = rng.permutation(walks * length)  # so that a batch holds many walks
        splits[split] = {name: np.concatenate(part).astype("float32")[mixed] for name, part in parts.items()}, None
        groups[split] = np.concatenate(walk)[mixed]
    return {**splits, "groups": groups}
