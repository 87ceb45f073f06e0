import numpy as np


def load_mine(seed, train, validation, covariates, highest, radius, study):
    """Patients whose hazard is `highest` times the usual one where two covariates are 0; others are noise."""
    rng = np.random.default_rng(seed)

    def drawn(number):
        x = rng.uniform(-1, 1, (number, covariates))
        log_risk = np.log(highest) * np.exp(-(x[:, 0] ** 2 + x[:, 1] ** 2) / (2 * radius**2))
        death = rng.exponential(np.exp(-log_risk))
        return x.astype("float32"), observed(death, study * rng.uniform(0.5, 1.5, number)).astype("float32")

    return {"train": drawn(train), "validation": drawn(validation)}


def observed(death, end):
    """(time, event): of the death, event 1, or of the end of observation, event 0, where it comes first."""
    return np.stack([np.minimum(death, end), death <= end], axis=1)  # (n, 2)
