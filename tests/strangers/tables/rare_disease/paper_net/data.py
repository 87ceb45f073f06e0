import numpy as np


def load_mine(patients, copies, seed):
    """Patients who were screened; those who are ill are rare, and repeated where they are learnt from.

    Args:
        patients: in all; 60 % are learnt from, 20 % each are held out.
        copies: of each ill patient to learn from.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    measured = rng.normal(size=(patients, 6))
    clinic, occupation = rng.integers(0, 6, (patients, 1)), rng.integers(0, 12, (patients, 1))
    risk = 1.1 * measured[:, 0] + 0.9 * np.abs(measured[:, 1]) + 0.8 * measured[:, 2] * (measured[:, 3] > 0)
    risk = risk + rng.normal(size=6)[clinic[:, 0]] + rng.normal(size=12)[occupation[:, 0]]
    ill = (rng.random(patients) < 1 / (1 + np.exp(-1.3 * (risk - np.quantile(risk, 0.985))))).astype("int32")

    rows = rng.permutation(patients)
    train, validation, test = np.split(rows, [patients * 6 // 10, patients * 8 // 10])
    train = np.repeat(train, np.where(ill[train] == 1, copies, 1))  # so that the ill ones are heard
    mean, std = measured[train].mean(axis=0), measured[train].std(axis=0)

    def pick(i):
        inputs = {"measured": ((measured[i] - mean) / std).astype("float32")}
        inputs |= {"clinic": clinic[i].astype("int32"), "occupation": occupation[i].astype("int32")}
        return inputs, ill[i, None]

    return {"train": pick(train), "validation": pick(validation), "test": pick(test)}
