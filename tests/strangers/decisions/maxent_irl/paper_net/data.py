import numpy as np

ROAD, MUD, WATER, SHOP = range(4)
COST = np.array([-1.0, -2.5, -4.0, 1.5])  # of entering each kind of ground; nobody tells the network


def after(v):
    """The value of where each of the four moves leads: up, down, left, right; at the edge one stays. (n, 4, h, w)"""
    p = np.pad(v, ((0, 0), (1, 1), (1, 1)), mode="edge")
    return np.stack([p[:, :-2, 1:-1], p[:, 2:, 1:-1], p[:, 1:-1, :-2], p[:, 1:-1, 2:]], axis=1)


def walker(reward, discount, steps=40):
    """The policy of a walker of maximum entropy. (n, 4, h, w)"""
    v = np.zeros_like(reward)
    for _ in range(steps):
        q = after(reward + discount * v)
        v = np.log(np.exp(q).sum(axis=1))
    return np.exp(q - v[:, None])


def load_mine(worlds, places, size, discount, seed):
    """Moves of a walker on maps of four kinds of ground; a map is in one split only.

    Args:
        worlds: maps of train, validation and test.
        places: moves seen of each map.
        size: side of a map.
        discount: the walker's.
    """
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, n in zip(["train", "validation", "test"], worlds, strict=False):
        ground = rng.choice(4, size=(n, size, size), p=[0.5, 0.25, 0.17, 0.08])
        policy = walker(COST[ground], discount)
        world = np.repeat(np.arange(n), places)
        row, column = rng.integers(size, size=(2, n * places))
        share = policy[world, :, row, column]  # (n * places, 4)
        move = (rng.random((len(share), 1)) > share.cumsum(axis=1)).sum(axis=1).clip(0, 3)
        kinds = np.eye(4, dtype="float32")[ground[world]]
        splits[split] = {"map": kinds, "place": (row * size + column).astype("int32")}, move.astype("int32")
        groups[split] = first + world
        first += n
    return {**splits, "groups": groups}
