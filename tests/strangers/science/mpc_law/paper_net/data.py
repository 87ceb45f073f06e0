import numpy as np


def load_mine(runs, steps, horizon, limit, seed):
    """Runs of the cart under its controller, which sees the full state; the network sees a noisy place and the setpoint."""
    rng = np.random.default_rng(seed)
    a, b = np.array([[1.0, 0.25], [0.0, 0.92]]), np.array([0.03, 0.25])
    state = np.stack([rng.uniform(-2, 2, runs), rng.uniform(-1, 1, runs)], axis=1)
    first, second, when = rng.uniform(-1.5, 1.5, runs), rng.uniform(-1.5, 1.5, runs), rng.integers(10, 30, runs)
    seen, forces = [], []
    for step in range(steps):
        goal = np.where(step < when, first, second)
        force = controller(state - np.stack([goal, 0 * goal], axis=1), a, b, horizon, limit)
        seen.append(np.stack([state[:, 0] + rng.normal(0, 0.02, runs), goal], axis=1))
        forces.append(force[:, None])
        state = state @ a.T + force[:, None] * b + rng.normal(0, 0.01, (runs, 2))
    x, y = (by_run(values) for values in (seen, forces))
    cuts = {"train": slice(runs - 120), "validation": slice(runs - 120, runs - 60), "test": slice(runs - 60, None)}
    return {split: (x[rows], y[rows]) for split, rows in cuts.items()}


def by_run(values):
    """A list over time of (runs, n) to an array (runs, time, n)."""
    return np.transpose(np.stack(values), (1, 0, 2)).astype("float32")


def controller(state, a, b, horizon, limit):
    """The first force of the best plan: squared place, speed and force over the horizon, by projected gradient."""
    powers = [np.linalg.matrix_power(a, k) for k in range(horizon + 1)]
    free = np.concatenate(powers[1:])  # (2 horizon, 2)
    forced = np.zeros((2 * horizon, horizon))
    for i in range(horizon):
        for j in range(i + 1):
            forced[2 * i : 2 * i + 2, j] = powers[i - j] @ b
    cost = np.tile([1.0, 0.1], horizon)
    hessian = forced.T @ (cost[:, None] * forced) + 0.02 * np.eye(horizon)
    linear = (state @ free.T * cost) @ forced  # (runs, horizon)
    plan, rate = np.zeros_like(linear), 1 / np.linalg.eigvalsh(hessian)[-1]
    for _ in range(150):
        plan = np.clip(plan - rate * (plan @ hessian + linear), -limit, limit)
    return plan[:, 0]
