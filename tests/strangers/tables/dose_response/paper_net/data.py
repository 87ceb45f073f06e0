import numpy as np


def load_mine(patients, doses, seed):
    """Patients, the doses they were given, and how far their blood pressure fell.

    Args:
        patients: in all; 2/3 of them are learnt from.
        doses: of each patient.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …, "groups": the patients}.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(patients, 7))
    largest = 2.5 + 1.0 * np.tanh(x[:, 0] + x[:, 1]) + 0.3 * rng.normal(size=patients)
    half = np.exp(2.0 + 0.8 * x[:, 2] - 0.6 * x[:, 3] * x[:, 4])  # mg, at which half of it is reached
    steep = 1 + 1 / (1 + np.exp(-2 * x[:, 5]))
    dose = np.exp(rng.uniform(np.log(0.5), np.log(80), (patients, doses)))
    fall = largest[:, None] / (1 + (half[:, None] / dose) ** steep[:, None]) + 0.25 * rng.normal(size=dose.shape)

    splits, groups = {}, {}
    cut = np.split(np.arange(patients), [patients * 2 // 3, patients * 5 // 6])
    for split, i in zip(["train", "validation", "test"], cut, strict=True):
        inputs = {"patient": np.repeat(x[i], doses, axis=0), "dose": dose[i].reshape(-1, 1)}
        splits[split] = ({k: v.astype("float32") for k, v in inputs.items()}, fall[i].reshape(-1, 1).astype("float32"))
        groups[split] = np.repeat(i, doses)
    return {**splits, "groups": groups}
