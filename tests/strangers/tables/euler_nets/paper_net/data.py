import numpy as np

ALPHA, BETA, GAMMA, DELTA = 0.36, 0.95, 3.0, 0.5  # capital's share, patience, risk aversion, depreciation


def load_mine(train, held_out, spread, low, high, seed):
    """Resources m today, two independent shocks of productivity tomorrow, and the share consumed at the optimum.

    Args:
        spread: deviation of the log shock.
        low, high: resources are drawn between, evenly in their log.

    Returns:
        The splits, each (m, (shock, another shock, optimal share)).
    """
    draw = np.random.default_rng(seed)
    grid, share = time_iteration(spread, low, high)

    def split(n):
        m = np.exp(draw.uniform(np.log(low), np.log(high), n))
        shocks = np.exp(spread * draw.normal(size=(n, 2)))
        optimal = np.interp(m, grid, share)
        return m[:, None].astype("float32"), np.column_stack([shocks, optimal]).astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def time_iteration(spread, low, high, steps=60):
    """The optimal share consumed on a grid of m: the Euler equation is solved again and again, by bisection."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(9)
    shocks, weights = np.exp(spread * nodes), weights / weights.sum()
    grid = np.exp(np.linspace(np.log(low / 3), np.log(3 * high), 120))
    share = np.full(len(grid), 0.7)
    for _ in range(steps):
        lo, hi = np.full(len(grid), 0.01), np.full(len(grid), 0.99)
        for _ in range(30):
            mid = (lo + hi) / 2
            k = ((1 - mid) * grid)[:, None]  # (grid, 1)
            m = shocks * k**ALPHA + (1 - DELTA) * k  # (grid, shocks)
            gain = BETA * (m * np.interp(m, grid, share)) ** -GAMMA * (ALPHA * shocks * k ** (ALPHA - 1) + 1 - DELTA)
            saves_more = gain @ weights > (mid * grid) ** -GAMMA
            lo, hi = np.where(saves_more, lo, mid), np.where(saves_more, mid, hi)
        share = (lo + hi) / 2
    return grid, share
