import numpy as np


def load_mine(patients, times, seed):
    """Patients followed until death or censoring; each interval that a patient enters alive and observed is a sample.

    Returns:
        The splits: ({covariates, interval}, (pseudo-value, true chance) of surviving the interval), and the `groups`.
    """
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(patients, 8))
    risk = 0.9 * x[:, 0] + 0.8 * np.abs(x[:, 1]) - 0.7 * x[:, 2] * (x[:, 3] > 0)
    rate = 0.12 * np.exp(risk)
    life = draw.exponential(1 / rate)
    left = draw.uniform(1, 12, patients)  # the study ends, or the patient moves
    followed = np.minimum(life, left)
    died = (life <= left).astype(int)
    parts = np.split(draw.permutation(patients), [patients * 6 // 10, patients * 8 // 10])
    splits, groups = {}, {}
    for name, part in zip(("train", "validation", "test"), parts, strict=True):
        rows, intervals, pseudo, truth = [], [], [], []
        for j, (begin, end) in enumerate(zip(times[:-1], times[1:], strict=True)):
            there = part[followed[part] > begin]
            rows.append(there)
            intervals.append(np.full(len(there), j, "int32"))
            pseudo.append(pseudo_values(followed[there] - begin, died[there], end - begin))
            truth.append(np.exp(-rate[there] * (end - begin)))
        rows = np.concatenate(rows)
        inputs = {"covariates": x[rows].astype("float32"), "interval": np.concatenate(intervals)}
        splits[name] = (inputs, np.stack([np.concatenate(pseudo), np.concatenate(truth)], -1).astype("float32"))
        groups[name] = rows
    return {**splits, "groups": groups}


def kaplan_meier(times, died, until):
    """Chance to live longer than `until`: the product over deaths of 1 - 1 / those at risk. Times do not repeat."""
    order = np.argsort(times)
    times, died = np.asarray(times)[order], np.asarray(died)[order]
    at_risk = len(times) - np.arange(len(times))
    return np.prod(np.where((times <= until) & (died == 1), 1 - 1 / at_risk, 1.0))


def pseudo_values(times, died, until):
    """Jackknife: n S - (n - 1) S without the patient, of each patient."""
    n, whole = len(times), kaplan_meier(times, died, until)
    without = [kaplan_meier(np.delete(times, i), np.delete(died, i), until) for i in range(n)]
    return n * whole - (n - 1) * np.array(without)
