import numpy as np


def load_mine(runs, snapshots, sites, fast, forcing, seed):
    """Lorenz' model of 1996 on two scales: the slow variables, and what the fast ones do to them."""
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, count in runs.items():
        slow, effect = simulated(rng, count, snapshots, sites, fast, forcing)  # (runs, snapshots, sites) twice
        inputs = slow.reshape(-1, sites, 1) / 10
        splits[split] = (inputs.astype("float32"), effect.reshape(-1, sites).astype("float32"))
        groups[split] = first + np.repeat(np.arange(count), snapshots)
        first += count
    return {**splits, "groups": groups}


def simulated(rng, runs, snapshots, sites, fast, forcing, dt=0.005, every=20, spin_up=600):
    """Snapshots of runs from starts of their own, `every` steps apart, by the method of Runge and Kutta."""
    x, y = rng.normal(0, 3, (runs, sites)), rng.normal(0, 0.1, (runs, sites, fast))
    slow, effect = [], []
    for step in range(spin_up + snapshots * every):
        if step >= spin_up and (step - spin_up) % every == 0:
            slow.append(x)
            effect.append(subgrid(y))
        first = tendencies(x, y, forcing)
        second = tendencies(x + dt / 2 * first[0], y + dt / 2 * first[1], forcing)
        third = tendencies(x + dt / 2 * second[0], y + dt / 2 * second[1], forcing)
        fourth = tendencies(x + dt * third[0], y + dt * third[1], forcing)
        dx, dy = (a + 2 * b + 2 * c + d for a, b, c, d in zip(first, second, third, fourth, strict=True))
        x, y = x + dt / 6 * dx, y + dt / 6 * dy
    return np.stack(slow, axis=1), np.stack(effect, axis=1)


def tendencies(x, y, forcing, coupling=1.0, time=10.0, space=10.0):
    """dX_k = -X_k-1 (X_k-2 - X_k+1) - X_k + F - (hc/b) sum Y; dY_j = -cb Y_j+1 (Y_j+2 - Y_j-1) - c Y_j + (hc/b) X_k."""
    advected = np.roll(x, 1, -1) * (np.roll(x, 2, -1) - np.roll(x, -1, -1))
    dx = -advected - x + forcing + subgrid(y, coupling, time, space)
    ring = y.reshape(*y.shape[:-2], -1)  # the fast variables of all sites are one ring
    around = np.roll(ring, -1, -1) * (np.roll(ring, -2, -1) - np.roll(ring, 1, -1))
    dy = -time * space * around.reshape(y.shape) - time * y + coupling * time / space * x[..., None]
    return dx, dy


def subgrid(y, coupling=1.0, time=10.0, space=10.0):
    """What the fast variables add to the slow tendency, -(hc/b) sum over j: (…, sites, fast) to (…, sites)."""
    return -coupling * time / space * np.sum(y, axis=-1)
