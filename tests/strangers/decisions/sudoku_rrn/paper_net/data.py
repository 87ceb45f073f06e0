import itertools

import numpy as np


def grids():
    """All 288 full grids of 4 x 4, (288, 16), digits 0 … 3."""
    rows = [np.array(row) for row in itertools.permutations(range(4))]
    found = []
    for four in itertools.product(rows, repeat=4):
        grid = np.stack(four)
        boxes = grid.reshape(2, 2, 2, 2).transpose(0, 2, 1, 3).reshape(4, 4)
        if all(len(set(part)) == 4 for part in (*grid.T, *boxes)):
            found.append(grid.reshape(16))
    return np.array(found, "int32")


def load_mine(puzzles, seed):
    """Puzzles of which no given can be taken away, or up to two more givens.

    Args:
        puzzles: of each full grid.
        seed: of the draw.

    Returns:
        The splits, and the number of the full grid of each puzzle.
    """
    rng = np.random.default_rng(seed)
    full = rng.permutation(grids())
    inputs, solutions = [], []
    for number, grid in enumerate(full):
        agrees = full == grid  # (288, 16)
        for _ in range(puzzles):
            given = np.ones(16, bool)
            for cell in rng.permutation(16):
                given[cell] = False
                if agrees[:, given].all(axis=1).sum() > 1:  # another solution
                    given[cell] = True
            given[rng.choice(16, rng.integers(3))] = True
            inputs.append(np.where(given, grid + 1, 0))
            solutions.append(number)
    inputs, solutions = np.array(inputs, "int32"), np.array(solutions)
    of = {"train": solutions < 200, "validation": (solutions >= 200) & (solutions < 244), "test": solutions >= 244}
    splits = {name: (inputs[m], full[solutions[m]]) for name, m in of.items()}
    return {**splits, "groups": {name: solutions[m] for name, m in of.items()}}
