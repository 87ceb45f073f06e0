"""YOURS. What is learnt from: solutions of Burgers' equation (a loader's contract: the pair of arrays of each split)."""

import numpy as np

STARTS, HORIZON = (0, 10, 20, 30, 40), 50  # steps of 0.01: a pair is the solution now, and half a unit of time later


def load_burgers(trajectories=16, validation=12, test=12):
    """u_t + u u_x = 0.1 u_xx, periodic, from smooth random beginnings of very different size.

    Returns:
        The splits; inputs u(t), targets u(t + 0.5), Float["b 64 1"]; the five pairs of a trajectory stay together.
    """
    count = trajectories + validation + test
    paths = solve(beginnings(count, np.random.default_rng(3)), max(STARTS) + HORIZON)  # (steps + 1, count, 64)
    now = np.stack([paths[start] for start in STARTS], axis=1)[..., None].astype("float32")  # (count, 5, 64, 1)
    later = np.stack([paths[start + HORIZON] for start in STARTS], axis=1)[..., None].astype("float32")
    order = np.arange(count * len(STARTS))  # the pairs of a trajectory are neighbours
    now, later = now.reshape(-1, 64, 1)[order], later.reshape(-1, 64, 1)[order]
    first, second = trajectories * len(STARTS), (trajectories + validation) * len(STARTS)
    return {
        "train": (now[:first], later[:first]),
        "validation": (now[first:second], later[first:second]),
        "test": (now[second:], later[second:]),
    }


def beginnings(count, rng):
    x = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    k = np.arange(1, 6)[:, None]
    waves = np.concatenate([np.sin(k * x), np.cos(k * x)])  # (10, 64)
    weights = rng.normal(size=(count, 10)) / np.tile(k[:, 0] ** 1.5, 2)
    return np.exp(rng.uniform(np.log(0.03), np.log(1.0), (count, 1))) * (weights @ waves)  # (count, 64)


def solve(u, steps, viscosity=0.1, dt=0.01):
    """By spectral derivatives and Runge-Kutta's fourth order."""
    k = np.fft.rfftfreq(64, 1 / 64)

    def rate(u):
        modes = np.fft.rfft(u)
        slope = np.fft.irfft(1j * k * np.where(k < 22, modes, 0), 64)
        bend = np.fft.irfft(-(k**2) * modes, 64)
        return viscosity * bend - u * slope

    path = [u]
    for _ in range(steps):
        a = rate(u)
        b = rate(u + 0.5 * dt * a)
        c = rate(u + 0.5 * dt * b)
        d = rate(u + dt * c)
        u = u + dt / 6 * (a + 2 * b + 2 * c + d)
        path.append(u)
    return np.stack(path)
