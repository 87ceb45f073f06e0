"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np

MOVES = np.array([(-1, 0), (1, 0), (0, -1), (0, 1)])


def load_mine(size, steps, discount, seed):
    """Transitions of a uniformly random walker; each split is a log of its own.

    Args:
        size: cells a side.
        steps: transitions of the training log; validation and test have a quarter each.
        discount: of the optimal values.
        seed: of the walks.
    """
    cells = [(row, column) for row in range(size) for column in range(size)]
    goal, pits = (size - 1, size - 1), {(2, 3), (4, 1), (5, 5), (1, 6)}
    ends = {goal, *pits}

    def step(cell, action):
        after = tuple(np.clip(np.array(cell) + MOVES[action], 0, size - 1))
        return after, (1.0 if after == goal else -1.0 if after in pits else -0.02), float(after in ends)

    q = {cell: np.zeros(4) for cell in cells}
    for _ in range(200):  # value iteration
        for cell in cells:
            for action in range(4):
                after, reward, done = step(cell, action)
                q[cell][action] = reward + discount * (1 - done) * q[after].max()

    def encode(cell):
        return np.concatenate([np.eye(size)[cell[0]], np.eye(size)[cell[1]]])

    def log(n, rng):
        rows, cell = [], (0, 0)
        for _ in range(n):
            action = rng.integers(4)
            after, reward, done = step(cell, action)
            rows.append((encode(cell), action, encode(after), done, reward, q[cell][action]))
            cell = cells[rng.integers(len(cells))] if done or rng.random() < 0.05 else after
            while cell in ends:
                cell = cells[rng.integers(len(cells))]
        state, action, after, done, reward, value = (np.array(column) for column in zip(*rows, strict=True))
        inputs = {"state": state.astype("float32"), "action": action.astype("int32")}
        inputs |= {"next": after.astype("float32"), "done": done.astype("float32")}
        return inputs, np.stack([reward, value], axis=-1).astype("float32")

    rngs = np.random.default_rng(seed).spawn(3)
    sizes = {"train": steps, "validation": steps // 4, "test": steps // 4}
    return {split: log(n, rng) for (split, n), rng in zip(sizes.items(), rngs, strict=True)}
