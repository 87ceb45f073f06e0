import numpy as np


def load_mine(trajectories, points, noise, seed):
    """Inverse dynamics of a two-link arm: what torques make it move so? Splits are of whole trajectories.

    Args:
        trajectories: of all splits together; two thirds are learnt from.
        points: of each trajectory.
        noise: standard deviation of the measured torques, in Nm.
    """
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 4, points)[None, :, None, None]
    size = (trajectories, 1, 2, 3)  # three sines for each of two joints
    rate = rng.uniform(0.5, 3.0, size)
    phase, height = rng.uniform(0, 2 * np.pi, size), rng.normal(0, 0.6, size)
    centre = rng.uniform(-np.pi, np.pi, (trajectories, 1, 2))
    q = centre + (height * np.sin(rate * t + phase)).sum(-1)
    v = (height * rate * np.cos(rate * t + phase)).sum(-1)
    a = -(height * rate**2 * np.sin(rate * t + phase)).sum(-1)
    tau = torques(q, v, a) + rng.normal(0, noise, q.shape)
    number = np.repeat(np.arange(trajectories), points)
    cut = [trajectories * 4 // 6, trajectories * 5 // 6]
    split = {"train": number < cut[0], "validation": (number >= cut[0]) & (number < cut[1]), "test": number >= cut[1]}

    def flat(x):
        return x.reshape(-1, 2).astype("float32")

    q, v, a, tau = flat(q), flat(v), flat(a), flat(tau)
    splits = {name: ({"q": q[at], "velocity": v[at], "acceleration": a[at]}, tau[at]) for name, at in split.items()}
    return {**splits, "groups": {name: number[at] for name, at in split.items()}}


def torques(q, v, a, gravity=9.81):
    """Of two links of 1 m with 1 kg at the end of each."""
    cos, sin = np.cos(q[..., 1]), np.sin(q[..., 1])
    second = np.cos(q[..., 0] + q[..., 1])
    first = (3 + 2 * cos) * a[..., 0] + (1 + cos) * a[..., 1] - sin * (2 * v[..., 0] * v[..., 1] + v[..., 1] ** 2)
    last = (1 + cos) * a[..., 0] + a[..., 1] + sin * v[..., 0] ** 2
    return np.stack([first + gravity * (2 * np.cos(q[..., 0]) + second), last + gravity * second], axis=-1)
