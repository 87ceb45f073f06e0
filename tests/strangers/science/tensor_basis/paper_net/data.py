import numpy as np


def load_mine(train, held_out, noise, seed):
    """Velocity gradients and anisotropies of an algebraic stress model.

    Args:
        train, held_out: samples of training; of validation and test each.
        noise: standard deviation of each component of the anisotropy.
        seed: of everything drawn.
    """
    rng = np.random.default_rng(seed)

    def draw(n, turned):
        a = rng.normal(0, 0.25, (n, 3, 3))
        a[:, 0, 1] += rng.uniform(0.5, 3.0, n)  # the main shear, dU/dy
        a -= np.trace(a, axis1=1, axis2=2)[:, None, None] * np.eye(3) / 3  # incompressible
        if turned:
            q = np.linalg.qr(rng.normal(size=(n, 3, 3)))[0]
            a = q @ a @ q.transpose(0, 2, 1)
        b = anisotropy(a)
        return a.astype("float32"), (b + rng.normal(0, noise, b.shape)).astype("float32")

    return {"train": draw(train, False), "validation": draw(held_out, False), "test": draw(held_out, True)}


def anisotropy(a):
    s, r = (a + a.transpose(0, 2, 1)) / 2, (a - a.transpose(0, 2, 1)) / 2
    s2, r2 = np.trace(s @ s, axis1=1, axis2=2), -np.trace(r @ r, axis1=1, axis2=2)
    g1 = -0.33 / (1 + 0.4 * s2 + 0.15 * r2)
    g2 = 0.25 / (1 + 0.3 * r2 + 0.3 * s2)
    g3 = 0.12 / (1 + 0.5 * s2)
    t3 = s @ s - s2[:, None, None] * np.eye(3) / 3
    return g1[:, None, None] * s + g2[:, None, None] * (s @ r - r @ s) + g3[:, None, None] * t3
