import numpy as np


def response(x, t):
    """The noise-free outcome of dose t for covariates x."""
    return np.cos(2 * np.pi * (t - 0.5)) * (
        t**2 + 4 * np.maximum(x[:, 0], x[:, 5]) ** 3 / (1 + 2 * x[:, 2] ** 2) * np.sin(x[:, 3])
    )


def load_mine(train, held_out, seed):
    """Observed doses depend on the covariates; those of the test are assigned at random, and its outcomes have no noise.

    Args:
        train: samples to learn from.
        held_out: samples of the validation (observed), and as many of the test (randomised).
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)

    def draw(n, randomised):
        x = random.uniform(size=(n, 6))
        score = (10 * np.sin(x[:, :3].max(axis=1)) + x[:, 2:5].max(axis=1) ** 3) / (1 + (x[:, 0] + x[:, 4]) ** 2)
        score += np.sin(0.5 * x[:, 2]) * (1 + np.exp(x[:, 3] - 0.5 * x[:, 2])) + x[:, 2] ** 2
        score += 2 * np.sin(x[:, 3]) + 2 * x[:, 4] - 6.5
        t = 1 / (1 + np.exp(-score - random.normal(size=n)))
        if randomised:
            t = random.uniform(size=n)
        y = response(x, t) + (0 if randomised else random.normal(scale=0.3, size=n))
        dose = t[:, None].astype("float32")
        return {"covariates": x.astype("float32"), "dose": dose}, {
            "outcome": y[:, None].astype("float32"),
            "density": dose,
        }

    return {"train": draw(train, False), "validation": draw(held_out, False), "test": draw(held_out, True)}
