import numpy as np


def load_mine(paths, steps, interval, substeps, seed):
    """Paths of a particle in a double well whose noise grows with its place, looked at in equal intervals of time."""
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, count in paths.items():
        path = simulated(rng, count, steps, interval / substeps, substeps)
        before, increment = transitions(path)
        splits[split] = (before.reshape(-1, 1).astype("float32"), increment.reshape(-1, 1).astype("float32"))
        groups[split] = first + np.repeat(np.arange(count), steps)
        first += count
    return {**splits, "groups": groups}


def simulated(rng, count, steps, dt, substeps):
    """dX = 2 (X - X³) dt + (0.1 + 0.6 X²)^(1/2) dW by Euler and Maruyama, every substeps-th value: (count, steps + 1)."""
    place = rng.uniform(-1.6, 1.6, count)
    path = [place]
    for step in range(steps * substeps):
        noise = np.sqrt((0.1 + 0.6 * place**2) * dt) * rng.standard_normal(count)
        place = place + 2 * (place - place**3) * dt + noise
        if (step + 1) % substeps == 0:
            path.append(place)
    return np.stack(path, axis=1)


def transitions(path):
    """Places, and how far the particle goes from each until it is looked at again; path (count, steps + 1)."""
    return path[:, :-1], np.diff(path, axis=1)
