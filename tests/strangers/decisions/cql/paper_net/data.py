"""YOURS. A log of a mediocre policy in a grid world, and the true Q, by value iteration, to judge by."""

import numpy as np

SIDE, GAMMA, SLIP = 6, 0.8, 0.1
MOVES = np.array([(-1, 0), (1, 0), (0, -1), (0, 1)])
TRAPS = [(1, 1), (1, 2), (3, 3), (4, 1), (2, 4)]
GOAL = (5, 5)


def world():
    """transition[s, a, s'], reward[s'], end[s'] of the cells."""
    cells = [(r, c) for r in range(SIDE) for c in range(SIDE)]
    go = np.zeros((len(cells), 4), int)
    for s, cell in enumerate(cells):
        for a, move in enumerate(MOVES):
            r, c = np.clip(np.array(cell) + move, 0, SIDE - 1)
            go[s, a] = r * SIDE + c
    p = np.zeros((len(cells), 4, len(cells)))
    for s in range(len(cells)):
        for a in range(4):
            p[s, a, go[s, a]] += 1 - SLIP
            for b in range(4):
                p[s, a, go[s, b]] += SLIP / 4
    reward = np.array([1.0 if cell == GOAL else 0.0 for cell in cells])
    return p, reward, np.array([cell == GOAL or cell in TRAPS for cell in cells])


def load_mine(episodes, seed):
    draw = np.random.default_rng(seed)
    p, reward, end = world()
    q = np.zeros((SIDE * SIDE, 4))
    for _ in range(200):
        q = p @ (reward + GAMMA * np.where(end, 0, q.max(1)))
    codes = draw.normal(size=(SIDE * SIDE, 24))
    steps, groups = [], []
    starts = np.flatnonzero(~end)
    for episode in range(episodes):
        s = draw.choice(starts)
        for _ in range(12):
            a = q[s].argmax() if draw.random() < 0.3 else draw.choice(4, p=[0.2, 0.3, 0.2, 0.3])
            after = draw.choice(SIDE * SIDE, p=p[s, a])
            steps.append((s, a, reward[after], after, end[after]))
            groups.append(episode)
            if end[after]:
                break
            s = after
    s, a, r, after, done = (np.array(column) for column in zip(*steps, strict=True))
    groups = np.array(groups)

    def seen(cells):
        return (codes[cells] + 0.2 * draw.normal(size=(len(cells), 24))).astype("float32")

    inputs = {
        "state": seen(s),
        "action": a.astype("int32"),
        "reward": r.astype("float32"),
        "next_state": seen(after),
        "done": done.astype("float32"),
    }
    splits, of = {}, {}
    for name, low, high in [("train", 0, 0.7), ("validation", 0.7, 0.85), ("test", 0.85, 1)]:
        rows = (groups >= low * episodes) & (groups < high * episodes)
        splits[name] = ({key: value[rows] for key, value in inputs.items()}, q[s[rows]].astype("float32"))
        of[name] = groups[rows]
    return {**splits, "groups": of}
