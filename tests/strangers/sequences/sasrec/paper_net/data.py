import numpy as np


def load_mine(users, items, steps, seed):
    """Simulated visits: what comes next depends on the last item, and on what was looked at two steps before."""
    rng = np.random.default_rng(seed)
    successors = rng.integers(1, items + 1, (items + 1, 3))  # of each item the three that often follow
    companions = rng.integers(1, items + 1, (items + 1, 2))  # of each item two that follow a step later
    splits = {"train": ([], []), "validation": ([], []), "test": ([], [])}
    for _ in range(users):
        visited = visit(rng, rng.integers(steps // 2, steps + 4), items, successors, companions)
        for split, (x, y) in left_out(visited, steps).items():
            splits[split][0].append(x)
            splits[split][1].append(y)
    return {split: (np.array(x, "int32"), np.array(y, "int32")) for split, (x, y) in splits.items()}


def visit(rng, length, items, successors, companions):
    """The items, 1 … items, of one user, in order."""
    visited = [rng.integers(1, items + 1), rng.integers(1, items + 1)]
    while len(visited) < length:
        way = rng.random()
        if way < 0.55:
            item = rng.choice(successors[visited[-1]])
        elif way < 0.9:
            item = rng.choice(companions[visited[-2]])
        else:
            item = rng.integers(1, items + 1)
        visited.append(item)
    return np.array(visited)


def left_out(visited, steps):
    """The last item of a user is for the test, the one before for validation; 0 fills the front, or is not asked for."""
    train, only_last = visited[:-2], np.zeros(steps, int)
    validation, test = only_last.copy(), only_last.copy()
    validation[-1], test[-1] = visited[-2], visited[-1]
    return {
        "train": (filled(train[:-1], steps), filled(train[1:], steps)),
        "validation": (filled(visited[:-2], steps), validation),
        "test": (filled(visited[:-1], steps), test),
    }


def filled(values, steps):
    """The last `steps` values, with 0 in front where there are fewer."""
    values = values[-steps:]
    return np.pad(values, (steps - len(values), 0))
