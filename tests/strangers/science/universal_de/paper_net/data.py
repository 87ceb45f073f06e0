import numpy as np


def load_mine(steps, dt, train, held_out, noise, seed):
    """Trajectories of Lotka and Volterra's equations from random starts, with noise at each time."""
    rng = np.random.default_rng(seed)

    def slope(u):
        x, y = u[..., 0], u[..., 1]
        return np.stack([1.3 * x - 0.9 * x * y, 0.8 * x * y - 1.8 * y], axis=-1)

    def draw(n):
        u = start = rng.uniform(0.5, 2.5, (n, 2))
        path, h = [], dt / 20
        for _ in range(steps):
            for _ in range(20):  # finer than the network's steps
                k1 = slope(u)
                k2 = slope(u + h / 2 * k1)
                k3 = slope(u + h * (2 * k2 - k1))
                u = u + h / 6 * (k1 + 4 * k2 + k3)  # Kutta's third order
            path.append(u)
        path = np.stack(path, axis=1)
        path = path + rng.normal(0, noise, path.shape)
        return start.astype("float32"), path.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
