import numpy as np


def load_mine(patients, intervals, seed):
    """Patients, and for each half-year interval whether it was survived and whether the event fell into it.

    Args:
        patients: in all; 2/3 are learnt from.
        intervals: of half a year each.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(patients, 8))
    risk = 0.9 * x[:, 0] + 0.7 * np.maximum(x[:, 1], 0) - 0.8 * x[:, 2] * x[:, 3]
    shape = np.where(x[:, 4] > 0, 1.6, 0.8)  # hazards that are not proportional
    time = 3.5 * np.exp(-risk / shape) * rng.weibull(shape)
    censoring = rng.uniform(1, 9, patients)
    y = survival_targets(np.minimum(time, censoring), time <= censoring, np.arange(intervals + 1) / 2)
    x = x.astype("float32")
    a, b = patients * 2 // 3, patients * 5 // 6
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}


def survival_targets(time, event, breaks):
    """Which intervals a patient survived, and the one the event fell into.

    Args:
        time: of the event, or of the end of observation.
        event: whether it was the event.
        breaks: the limits of the intervals, one more than there are.

    Returns:
        (n, 2 intervals): survived, a censored patient those of which half was seen at least; then failed.
    """
    middle = (breaks[:-1] + breaks[1:]) / 2
    survived = np.where(event[:, None], time[:, None] >= breaks[1:], time[:, None] >= middle)
    failed = event[:, None] & (time[:, None] >= breaks[:-1]) & (time[:, None] < breaks[1:])
    return np.concatenate([survived, failed], axis=1).astype("float32")
