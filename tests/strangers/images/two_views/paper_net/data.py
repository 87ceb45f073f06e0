import numpy as np


def load_exams(patients, size, seed):
    """Exams of patients: views from the front and the side, of which one may be missing, and whether there is a nodule."""
    draws = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:size, 0:size]
    views, present, labels, patient = [], [], [], []
    for number in range(patients):
        build = draws.uniform(0.6, 1.4, (2, 4))  # ribs: how many, how dark, how oblique, where
        for _ in range(draws.integers(2, 5)):
            nodule = draws.random() < 0.5
            x, y, z = draws.uniform(3, size - 4, 3)
            pair = []
            for (many, dark, oblique, where), across in zip(build, (x, z), strict=True):
                ribs = 0.3 * dark * np.cos(many * (rows + 0.3 * oblique * columns) + 3 * where)
                spot = np.exp(-(np.square(rows - y) + np.square(columns - across)) / (2 * 1.5**2))
                pair.append(ribs + nodule * draws.uniform(0.3, 0.9) * spot + draws.normal(0, 0.2, (size, size)))
            there = np.ones(2)
            if draws.random() < 0.4:
                there[draws.integers(2)] = 0
            views.append(blanked(np.stack(pair), there))
            present.append(there)
            labels.append([nodule])
            patient.append(number)
    views = np.array(views, "float32")[..., None]  # (n, 2, h, w, 1)
    present, labels, patient = np.array(present, "float32"), np.array(labels, "int32"), np.array(patient)
    split = {"validation": patient < patients // 5, "train": patient >= patients // 5}
    data = {name: ({"views": views[of], "present": present[of]}, labels[of]) for name, of in split.items()}
    return {**data, "groups": {name: patient[of] for name, of in split.items()}}


def blanked(views, present):
    """A view that was not taken is black."""
    return np.asarray(views) * np.asarray(present)[:, None, None]
