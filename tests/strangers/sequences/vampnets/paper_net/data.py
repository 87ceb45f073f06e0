import numpy as np

STAYS = np.array([[0.97, 0.02, 0.01], [0.03, 0.95, 0.02], [0.01, 0.03, 0.96]])  # of three states, from step to step


def load_mine(trajectories, steps, lag, seed):
    """Simulated molecules: each is in one of three states, and is seen through a bent, noisy map."""
    rng = np.random.default_rng(seed)
    mixing = rng.normal(0, 1, (4, 6))
    paths = [seen(rng, states(rng, steps), mixing) for _ in range(trajectories)]
    order = {"train": range(trajectories - 8), "validation": range(trajectories - 8, trajectories - 4)}
    order["test"] = range(trajectories - 4, trajectories)
    splits, groups = {}, {}
    for split, numbers in order.items():
        now, later = zip(*(pairs(paths[number], lag) for number in numbers), strict=True)
        splits[split] = ({"now": np.concatenate(now), "later": np.concatenate(later)}, None)
        groups[split] = np.repeat([*numbers], steps - lag)
    return {**splits, "groups": groups}


def states(rng, steps):
    """A Markov chain."""
    chain = [rng.integers(3)]
    while len(chain) < steps:
        chain.append(rng.choice(3, p=STAYS[chain[-1]]))
    return np.array(chain)


def seen(rng, chain, mixing):
    """Coordinates (t, 6) of a chain of states: three valleys along a parabola, turned, and mixed with noise."""
    along = np.array([-2.0, 0.0, 2.0])[chain] + rng.normal(0, 0.35, chain.size)
    across = 0.5 * along**2 + rng.normal(0, 0.3, chain.size)
    noise = rng.normal(0, 1, (chain.size, 2))
    return (np.concatenate([along[:, None], across[:, None], noise], axis=-1) @ mixing / 2).astype("float32")


def pairs(path, lag):
    """Each step, and what comes `lag` steps later."""
    return path[:-lag], path[lag:]
