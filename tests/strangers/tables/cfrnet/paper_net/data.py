import numpy as np


def load_mine(seed):
    """Units of a trial that was not randomised: 900 to train on, 300 to validate, 300 to test."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(1500, 12))
    x[:, 6:] = (x[:, 6:] + 0.5 * x[:, :6]) > 0.3
    propensity = 1 / (1 + np.exp(1.2 - 0.9 * x[:, 0] - 0.7 * x[:, 1] + 0.5 * x[:, 7]))
    treated = (rng.random(1500) < propensity).astype("float32")
    beta = rng.choice([0, 0.1, 0.2, 0.3, 0.4], size=12, p=[0.4, 0.15, 0.15, 0.15, 0.15])
    mu0, mu1 = np.exp((x + 0.5) @ beta * 0.8), (x + 0.5) @ (2.5 * beta)
    mu1 += 4 - np.mean(mu1 - mu0)
    seen = np.where(treated == 1, mu1, mu0) + rng.normal(0, 0.5, 1500)
    scale = seen[:900].std()
    outcomes = np.stack([(seen - seen[:900].mean()) / scale, treated, (mu1 - mu0) / scale], -1).astype("float32")

    def split(a, b):
        return {"covariates": x[a:b].astype("float32"), "treated": treated[a:b, None]}, outcomes[a:b]

    return {"train": split(0, 900), "validation": split(900, 1200), "test": split(1200, 1500)}
