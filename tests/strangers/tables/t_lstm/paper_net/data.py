import numpy as np


def load_mine(train, held_out, visits, seed):
    """Patients with visits at irregular days; who is admitted depends on burdens, one of which fades with time.

    Returns:
        The splits: ({measurements (n, visits, features), elapsed (n, visits)}, admitted (n, 1)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    charts = draw.normal(size=(n, 6, visits)).astype("float32")  # as they are kept: a row of a chart is a feature
    charts[:, 1:] = 0.6 * charts[:, :-1] + 0.8 * charts[:, 1:]
    gaps = np.where(draw.random((n, visits)) < 0.6, draw.exponential(3, (n, visits)), draw.exponential(60, (n, visits)))
    days = np.cumsum(np.round(gaps), axis=1)
    ago = days[:, -1:] - days
    acute = np.sum(np.maximum(charts[:, 0], 0) * np.exp(-ago / 30), axis=1)
    chronic = charts[:, 3].mean(axis=1)
    score = 1.8 * (acute - acute.mean()) + 4 * chronic + draw.logistic(size=n) * 0.7
    admitted = (score > 0).astype("int32")[:, None]
    measurements = charts.transpose(0, 2, 1)  # (n, visits, features)
    waits = elapsed(days).astype("float32")

    def split(begin, end):
        return {"measurements": measurements[begin:end], "elapsed": waits[begin:end]}, admitted[begin:end]

    return {
        "train": split(0, train),
        "validation": split(train, train + held_out),
        "test": split(train + held_out, n),
    }


def elapsed(days):
    """Days since the visit before, of each visit; 0 of the first."""
    days = np.asarray(days)
    return np.diff(days, axis=-1, prepend=days[..., :1])
