"""YOURS. What is learnt from: patches of tissue."""

import numpy as np


def load_mine(patients, patches, seed):
    """Patches and grades; a patient's patches share a stain, and are all in one split."""
    rng = np.random.default_rng(seed)
    grades = rng.permutation(np.arange(patients) % 3)
    x, y, patient = [], [], np.repeat(np.arange(patients), patches)
    for grade in grades:
        tissue, nucleus = [0.85, 0.6, 0.75] + 0.07 * rng.normal(size=3), [0.35, 0.2, 0.5] + 0.07 * rng.normal(size=3)
        number, size = 3 + 4 * grade + 0.8 * rng.normal(), 1.1 + 0.2 * grade + 0.12 * rng.normal()
        for _ in range(patches):
            x.append(patch(rng, tissue, nucleus, 1 + rng.poisson(max(number - 1, 0.5)), size))
            y.append(grade)
    x, y = np.array(x, "float32"), np.array(y, "int32")
    order = rng.permutation(patients)
    train, validation = order[: patients * 6 // 10], order[patients * 6 // 10 : patients * 8 // 10]
    of = {"train": np.isin(patient, train), "validation": np.isin(patient, validation)}
    of["test"] = ~(of["train"] | of["validation"])
    return {
        **{split: (x[at], y[at]) for split, at in of.items()},
        "groups": {split: patient[at] for split, at in of.items()},
    }


def patch(rng, tissue, nucleus, number, size):
    place = np.arange(14)
    cover = np.zeros((14, 14))
    for _ in range(number):
        row, column = rng.uniform(0, 13, 2)
        r = size * rng.uniform(0.8, 1.2)
        cover = np.maximum(cover, np.hypot(place[:, None] - row, place - column) < r)
    image = (1 - cover)[..., None] * tissue + cover[..., None] * nucleus
    return 2 * (image + 0.05 * rng.normal(size=image.shape)) - 1  # about -1 … 1
