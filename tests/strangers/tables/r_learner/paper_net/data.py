import numpy as np
from sklearn.base import clone
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_predict


def load_mine(patients, folds, seed):
    """Patients, with the residuals of outcome and treatment that the R-loss is made of.

    Args:
        patients: in all; 2/3 are learnt from.
        folds: of the cross-fitting of m and e on the training patients; those held out are judged by forests of all
            training patients.
        seed: of what is drawn, and of the forests.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (patients, 6))
    propensity = np.clip(0.5 + 0.4 * np.sin(np.pi * x[:, 0]), 0.1, 0.9)
    treated = rng.random(patients) < propensity
    effect = 1 + x[:, 0] + 1.5 * np.maximum(x[:, 1], 0)
    outcome = 2 * np.sin(np.pi * x[:, 0]) + x[:, 2] * x[:, 3] + (treated - 0.5) * effect + rng.normal(0, 1, patients)

    n = patients * 2 // 3
    forest = RandomForestRegressor(60, min_samples_leaf=3, random_state=seed)
    residuals = []
    for values in (outcome, treated.astype(float)):
        fitted = cross_val_predict(forest, x[:n], values[:n], cv=folds)
        held_out = clone(forest).fit(x[:n], values[:n]).predict(x[n:])
        residuals.append(values - np.concatenate([fitted, held_out]))
    x, y = x.astype("float32"), np.stack([*residuals, effect], axis=1).astype("float32")
    cut = np.split(np.arange(patients), [n, patients * 5 // 6])
    return {split: (x[i], y[i]) for split, i in zip(["train", "validation", "test"], cut, strict=True)}
