import numpy as np


class Stays:
    """Stays, of which only the measurements are kept; one is filled up to the longest when it is asked for."""

    def __init__(self, stays, longest):
        self.stays, self.longest = stays, longest

    def __len__(self):
        return len(self.stays)

    def __getitem__(self, i):
        test, hours, value, worse = self.stays[i]
        short = self.longest - len(test)
        measured = np.stack([hours / 24, value], axis=1)
        return {
            "test": np.pad(test, (0, short)).astype("int32"),
            "measured": np.pad(measured, ((0, short), (0, 0))).astype("float32"),
        }, np.array([worse], "int32")


def load_mine(patients, longest, seed):
    """Stays of patients; no patient is in two splits.

    Args:
        patients: how many.
        longest: measurements of a stay, at most.
        seed: of the draw.

    Returns:
        The splits, and the patient of each stay.
    """
    random = np.random.default_rng(seed)
    slope = random.normal(size=8)  # what an illness does to each test
    stays, owners = [], []
    for patient in range(patients):
        usual, frail = random.normal(scale=1.0, size=8), random.normal(scale=0.7)
        for _ in range(random.integers(1, 7)):
            ill = random.normal() + frail
            n = random.integers(3, longest + 1)
            test, hours = random.integers(0, 8, size=n), np.sort(random.uniform(0, 48, size=n))[::-1]
            value = usual[test] + ill * slope[test] * np.exp(-hours / 24) + random.normal(scale=0.3, size=n)
            worse = random.uniform() < 1 / (1 + np.exp(2.8 - 2.2 * ill))
            stays.append((test + 1, hours, value, worse))
            owners.append(patient)
    owners = np.array(owners)
    part = np.digitize(random.permutation(patients) / patients, [0.7, 0.85])[owners]
    splits, groups = {}, {}
    for number, split in enumerate(["train", "validation", "test"]):
        rows = np.flatnonzero(part == number)
        splits[split], groups[split] = Stays([stays[i] for i in rows], longest), owners[rows]
    return {**splits, "groups": groups}
