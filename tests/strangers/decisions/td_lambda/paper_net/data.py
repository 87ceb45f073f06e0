import numpy as np


def cliff(side):
    """A walk along a cliff: places of a grid, reward and end of entering each, and a careless walker's moves.

    Returns:
        moves (places, places), the walker's chances; reward (places); end (places), 1 where the walk is over.
    """
    places = side * side
    reward, end = np.full(places, -1.0), np.zeros(places)
    last = places - side  # the lowest row: start, cliff …, goal
    reward[last + 1 : places - 1], reward[places - 1] = -10, 20
    end[last + 1 :] = 1
    moves = np.zeros((places, places))
    for place in range(places):
        row, column = divmod(place, side)
        for (down, right), chance in {(-1, 0): 0.15, (1, 0): 0.25, (0, -1): 0.1, (0, 1): 0.5}.items():
            r, c = min(max(row + down, 0), side - 1), min(max(column + right, 0), side - 1)
            moves[place, r * side + c] += chance
    return moves, reward, end


def load_mine(walks, side, steps, discount, seed):
    """Walks along a cliff, from anywhere; for the metric alone, the true value of each place.

    Args:
        walks: of training, validation and test.
        side: of the grid.
        steps: of a walk, at most.
        discount: of the rewards.
    """
    rng = np.random.default_rng(seed)
    moves, reward, end = cliff(side)
    value = np.linalg.solve(np.eye(side * side) - discount * moves * (1 - end), moves @ reward)
    free = np.flatnonzero(end == 0)

    def draw(n):
        x, y = np.zeros((n, steps + 1), "int32"), np.zeros((n, steps + 1, 4), "float32")
        for i in range(n):
            here = rng.choice(free)
            for t in range(steps + 1):
                then = rng.choice(side * side, p=moves[here])
                x[i, t], y[i, t] = 1 + here, (reward[then], 1 - end[then], value[here], 1)
                if end[then]:
                    break
                here = then
        return x, y

    return dict(zip(["train", "validation", "test"], map(draw, walks), strict=False))
