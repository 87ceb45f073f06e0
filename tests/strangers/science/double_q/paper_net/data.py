import numpy as np

WALLS = [(1, 1), (1, 2), (1, 3), (3, 3), (3, 4), (3, 5), (5, 1), (5, 2)]
MOVES = [(-1, 0), (1, 0), (0, -1), (0, 1)]


def load_mine(side, gamma, slip, train, held_out, seed):
    """Transitions of a grid world that a random policy has logged, and what the action is truly worth.

    The goal (+1) is in one corner, a pit (-1) in the middle of the way; both end an episode. The true values, by value
    iteration, are what the network is judged by; the training does not read them.

    Args:
        side: squares of the grid, each way.
        gamma: discount.
        slip: how often a random move is made in the place of the action.
        train: transitions to learn from.
        held_out: transitions of the validation, and of the test.
        seed: of the transitions.
    """
    rng = np.random.default_rng(seed)
    goal, pit = (side - 1, side - 1), (2, 2)
    squares = [(i, j) for i in range(side) for j in range(side) if (i, j) not in WALLS]
    free = [square for square in squares if square not in (goal, pit)]
    number = {square: k for k, square in enumerate(squares)}
    after = np.array([[number.get((i + a, j + b), number[i, j]) for a, b in MOVES] for i, j in squares])  # (s, 4)
    pays = np.array([{goal: 1.0, pit: -1.0}.get(square, 0.0) for square in squares])
    ends = np.array([square in (goal, pit) for square in squares])
    q = np.zeros(after.shape)
    for _ in range(300):
        value = (pays + gamma * (1 - ends) * q.max(axis=1))[after]
        q = (1 - slip) * value + slip * value.mean(axis=1, keepdims=True)
    places = (2 * np.array(squares) / (side - 1) - 1).astype("float32")

    def transitions(count):
        state = np.array([number[free[k]] for k in rng.integers(len(free), size=count)])
        action = rng.integers(4, size=count)
        move = np.where(rng.random(count) < slip, rng.integers(4, size=count), action)
        later = after[state, move]
        columns = {"state": places[state], "action": np.eye(4)[action], "reward": pays[later][:, None]}
        columns |= {"next_state": places[later], "ended": ends[later][:, None]}
        columns = {name: column.astype("float32") for name, column in columns.items()}
        return columns, q[state, action, None].astype("float32")

    return {"train": transitions(train), "validation": transitions(held_out), "test": transitions(held_out)}
