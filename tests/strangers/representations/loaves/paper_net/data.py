"""Loaves, ten of a bake, which share the oven's curve."""

import numpy as np


def colour(browning):
    """0 pale, 1 golden, 2 dark."""
    return np.digitize(browning, [-0.5, 0.5])


def load_mine(bakes, loaves, seed):
    """Bakes are divided 90, 30, 30; standardized by the training bakes."""
    rng = np.random.default_rng(seed)
    n, t = bakes * loaves, np.linspace(0, 1, 24)
    bake = np.repeat(np.arange(bakes), loaves)
    heat, fall, late = rng.normal(0, 1, (3, bakes, 1))
    curve = 220 + 12 * heat - 30 * t * (1 + 0.3 * fall) + 10 * late * (t > 0.6)  # (bakes, 24)
    curve = curve[bake] + rng.normal(0, 4, (n, 24))
    water, sugar, size = rng.normal(0, 1, (3, n))
    place = rng.normal(0, 0.25, n)
    warm, end = heat[bake, 0] - 0.4 * fall[bake, 0], late[bake, 0]
    browning = 0.6 * warm + 0.5 * end + 0.6 * sugar + 0.3 * warm * sugar + place
    moisture = 0.9 * water - 0.6 * warm + 0.4 * np.tanh(2 * size) - 0.3 * end * water + rng.normal(0, 0.3, n)
    weighed = rng.random(n) < 1 / 3
    order = rng.permutation(bakes)
    splits = {"train": order[:90], "validation": order[90:120], "test": order[120:]}
    known = np.isin(bake, splits["train"])

    def standardized(x, at):
        return ((x - x[at].mean(axis=0)) / x[at].std(axis=0)).astype("float32")

    curve, recipe = standardized(curve, known), standardized(np.stack([water, sugar, size], axis=1), known)
    value = standardized(moisture, known & weighed) * weighed
    data = {"groups": {}}
    for name, mine in splits.items():
        at = np.isin(bake, mine)
        targets = {
            "moisture": np.stack([value, weighed], axis=1)[at].astype("float32"),
            "crust": colour(browning[at]).astype("int32"),
        }
        data[name] = {"curve": curve[at], "recipe": recipe[at]}, targets
        data["groups"][name] = bake[at]
    return data
