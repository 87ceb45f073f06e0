import numpy as np

CELLS = 12


def moved(cells, actions, slips):
    """The next cells: action 1 goes right, 0 left, the other way where it slips; cell -1 and CELLS are the ends."""
    return cells + np.where((actions == 1) != slips, 1, -1)


def optimal(gamma, slip):
    """Value iteration: the optimal values of each cell and action, (CELLS, 2)."""
    ends = np.array([0.3, *[0.0] * CELLS, 0.6])
    values = np.zeros((CELLS, 2))
    for _ in range(500):
        of_cells = ends + np.array([0, *(gamma * values.max(axis=1)), 0])
        left, right = of_cells[:-2], of_cells[2:]
        values = np.stack([(1 - slip) * left + slip * right, (1 - slip) * right + slip * left], axis=1)
    return values


def logged(count, slip, gamma, rng):
    """Steps of a random walker that begins again at a random cell after each end."""
    best = optimal(gamma, slip)
    states, kept = np.zeros((count, CELLS), "float32"), np.zeros((count, 4 + CELLS), "float32")
    cell = rng.integers(CELLS)
    for i in range(count):
        action = rng.integers(2)
        after = moved(cell, action, rng.random() < slip)
        ended = after < 0 or after >= CELLS
        reward = 0.0
        if ended:
            reward = 0.3 if after < 0 else float(rng.choice([1.0, 0.2]))
            after = rng.integers(CELLS)
        states[i, cell] = 1
        kept[i, :4] = action, reward, ended, best[cell, action]
        kept[i, 4 + after] = 1
        cell = after
    return states, kept


def load_mine(seed, count, held_out, slip, gamma):
    rng = np.random.default_rng(seed)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    return {split: logged(size, slip, gamma, rng) for split, size in sizes.items()}
