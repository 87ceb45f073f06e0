import numpy as np


def load_mine(patients, visits, codes, seed):
    """Visits of patients, each a set of codes, and whether they come to fail: the codes of an admission decide, not of others.

    Args:
        patients: of all splits.
        visits: of a patient, at most; what is missing is filled up with zeros at the end.
        codes: how many there are; code 0 is an admission.
        seed: of what is drawn.

    Returns:
        The splits, each ((n, visits, codes) of 0 and 1, (n, 1) of 0 and 1), of different patients.
    """
    draw = np.random.default_rng(seed)
    x = (draw.random((patients, visits, codes)) < 0.15).astype("float32")
    x[:, :, 1] = 1  # every visit has the code "seen"
    length = draw.integers(4, visits + 1, patients)
    x[:, :, 0] = 0
    for _ in range(2):
        x[np.arange(patients), draw.integers(0, length), 0] = 1
    x *= (np.arange(visits) < length[:, None])[:, :, None]
    weight = np.zeros(codes)
    weight[2:8], weight[8:12] = 2.0, -2.0
    risk = np.einsum("ptc,c,pt->p", x, weight, x[:, :, 0])
    risk = risk - np.median(risk) + draw.logistic(0, 0.5, patients)
    y = (risk > 0).astype("int32")[:, None]
    one, two = int(0.7 * patients), int(0.85 * patients)
    return {"train": (x[:one], y[:one]), "validation": (x[one:two], y[one:two]), "test": (x[two:], y[two:])}
