import numpy as np


def load_mine(seed, fine, coarse, steps, substeps, dt, viscosity, train, held_out):
    """Windows of fine simulations seen on a coarse grid: a state, and the states that follow it."""
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        states = simulate(initial(rng, size, fine), 16, substeps, dt, viscosity)  # (runs, t, fine)
        states = coarsened(states, fine // coarse).astype("float32")
        cut = [windows(run, steps) for run in states]
        splits[split] = (np.concatenate([a for a, _ in cut]), np.concatenate([b for _, b in cut]))
        groups[split] = np.repeat(np.arange(first, first + size), [len(a) for a, _ in cut])
        first += size
    return {**splits, "groups": groups}


def initial(rng, size, cells):
    """Sums of four waves on a circle."""
    x = np.arange(cells) / cells
    waves = np.arange(1, 5)
    amplitude = rng.normal(0, 0.7, (size, 4, 1)) / waves[:, None] ** 0.5
    phase = rng.uniform(0, 2 * np.pi, (size, 4, 1))
    return (amplitude * np.sin(2 * np.pi * waves[:, None] * x + phase)).sum(1)


def simulate(u, length, substeps, dt, viscosity):
    """States dt apart, from so many small steps each."""
    dx, h, states = 1 / u.shape[1], dt / substeps, [u]
    for _ in range(length - 1):
        for _ in range(substeps):
            u = burgers(u, h, dx, viscosity)
        states.append(u)
    return np.stack(states, axis=1)


def burgers(u, dt, dx, viscosity):
    """One explicit step of u_t + (u²/2)_x = viscosity · u_xx, by Lax and Friedrichs' local flux."""
    right = np.roll(u, -1, axis=1)
    flux = (u**2 + right**2) / 4 - np.maximum(np.abs(u), np.abs(right)) * (right - u) / 2  # at the right face
    diffusion = viscosity * (right - 2 * u + np.roll(u, 1, axis=1)) / dx**2
    return u - dt / dx * (flux - np.roll(flux, 1, axis=1)) + dt * diffusion


def coarsened(states, factor):
    """Means over so many neighbouring cells."""
    return states.reshape(*states.shape[:-1], -1, factor).mean(-1)


def windows(run, steps):
    """Every state that has enough successors, and those successors: (n, cells), (n, steps, cells)."""
    starts = range(len(run) - steps)
    return np.stack([run[i] for i in starts]), np.stack([run[i + 1 : i + 1 + steps] for i in starts])
