import numpy as np

ROOMS = """
###########
#....#....#
#....#....#
#.........#
#....#....#
##.####.###
#....#....#
#....#....#
#.........#
#....#....#
###########
"""


def load_mine(walks, steps, gamma, seed):
    """Random walks through four rooms: steps (s, s'), the features of s, and the true successor features of s.

    Args:
        walks: of all splits together; 70 / 15 / 15 %.
        steps: of a walk, from a place drawn at random.
        gamma: discount.
        seed: of the drawing.

    Returns:
        The splits, {"place": Float["b 2"], "next": Float["b 2"], "features": Float["b 4"]}, Float["b 4"], and `groups`,
        the walk of each step. The true values, (I - gamma P)^-1 phi, are only compared with.
    """
    rng = np.random.default_rng(seed)
    free = np.array([[sign == "." for sign in row] for row in ROOMS.split()])
    cells = np.argwhere(free)  # (s, 2)
    index = {tuple(cell): i for i, cell in enumerate(cells)}
    moves = [(-1, 0), (1, 0), (0, -1), (0, 1)]
    after = np.array([[index.get((r + a, c + b), i) for a, b in moves] for i, (r, c) in enumerate(cells)])  # (s, 4)
    phi = np.eye(4)[2 * (cells[:, 0] > 5) + (cells[:, 1] > 5)]  # (s, 4): the room
    policy = np.zeros((len(cells), len(cells)))
    np.add.at(policy, (np.arange(len(cells))[:, None], after), 0.25)
    psi = np.linalg.solve(np.eye(len(cells)) - gamma * policy, phi)  # (s, 4)
    states = [rng.integers(0, len(cells), walks)]
    for _ in range(steps):
        states.append(after[states[-1], rng.integers(0, 4, walks)])
    states = np.stack(states, axis=1)  # (walks, steps + 1)
    places = (cells / 5 - 1).astype("float32")  # -1 … 1
    a, b = int(0.7 * walks), int(0.85 * walks)
    splits, groups = {}, {}
    for name, part in {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}.items():
        now, then = states[part, :-1].ravel(), states[part, 1:].ravel()
        x = {"place": places[now], "next": places[then], "features": phi[now].astype("float32")}
        splits[name] = (x, psi[now].astype("float32"))
        groups[name] = np.repeat(np.arange(walks)[part], steps)
    return {**splits, "groups": groups}
