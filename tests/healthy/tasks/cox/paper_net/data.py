"""YOURS. What is learnt from: times to an event, a third of them censored."""

import numpy as np


def load_survival(count=1600, validation=400):
    """Exponential times with a risk that is not linear in the covariates.

    Returns:
        The splits; inputs Float["b 8"]; targets Float["b 2"], the time and 1 where it is the event's, 0 where censored.
    """
    rng = np.random.default_rng(17)
    x = rng.normal(size=(count + validation, 8))
    risk = 1.2 * x[:, 0] - 0.8 * x[:, 1] + 0.9 * np.abs(x[:, 2]) + 0.7 * x[:, 3] * x[:, 4]
    time, until = rng.exponential(np.exp(-risk)), rng.exponential(1.5, count + validation)
    targets = np.stack([np.minimum(time, until), time <= until], axis=-1).astype("float32")
    x = x.astype("float32")
    return {"train": (x[:count], targets[:count]), "validation": (x[count:], targets[count:])}
