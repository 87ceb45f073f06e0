import numpy as np


def load_mine(train, held_out, seed):
    """Policies with normal features, of which the second and the eighth are correlated, as in the paper's Section 3."""
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    covariance = np.eye(8)
    covariance[1, 7] = covariance[7, 1] = 0.5
    x = rng.multivariate_normal(np.zeros(8), covariance, size=count)
    exposure = rng.uniform(0.05, 1, (count, 1))
    score = 0.5 * x[:, 0] - 0.25 * x[:, 1] ** 2 + 0.5 * np.abs(x[:, 2]) * np.sin(2 * x[:, 2])
    score += 0.5 * x[:, 3] * x[:, 4] + 0.125 * x[:, 4] ** 2 * x[:, 5]
    rate = np.exp(np.clip(score - 0.8, -4, 1.5))[:, None]
    claims = rng.poisson(rate * exposure).astype("float32")

    def split(at):
        inputs = {"features": x[at].astype("float32"), "exposure": exposure[at].astype("float32")}
        return inputs, claims[at]

    ends = [slice(0, train), slice(train, train + held_out), slice(train + held_out, count)]
    return dict(zip(["train", "validation", "test"], map(split, ends), strict=True))
