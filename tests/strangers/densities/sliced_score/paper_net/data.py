"""What is learnt from: a mixture whose score is known."""

import numpy as np

MEANS = np.array([[-1.5, 0.0], [1.5, 0.5], [0.0, -1.5]])
DEVIATIONS, SHARES = np.array([0.5, 0.7, 0.6]), np.array([0.4, 0.4, 0.2])


def score(x):
    """Gradient of the log density: (n, 2) -> (n, 2)."""
    away = MEANS - x[:, None]  # (n, 3, 2)
    log = np.log(SHARES / DEVIATIONS**2) - 0.5 * (away**2).sum(-1) / DEVIATIONS**2
    share = np.exp(log - log.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    return (share[..., None] * away / DEVIATIONS[:, None] ** 2).sum(1)


def load_mine(samples, seed):
    rng = np.random.default_rng(seed)

    def draw(count):
        which = rng.choice(3, count, p=SHARES)
        x = MEANS[which] + DEVIATIONS[which, None] * rng.normal(size=(count, 2))
        return x.astype("float32"), score(x).astype("float32")

    return {"train": draw(samples), "validation": draw(1000), "test": draw(1000)}
