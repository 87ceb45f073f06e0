import numpy as np


def load_mine(hospitals, seed):
    """Stays, the hospital of each as `groups`."""
    draw = np.random.default_rng(seed)
    hospital = np.repeat(np.arange(hospitals), draw.integers(80, 160, hospitals))
    n = len(hospital)
    age, diagnoses = draw.normal(64, 15, n).clip(18, 98), draw.poisson(3, n)
    lactate, haemoglobin = draw.lognormal(0.3, 0.5, n), draw.normal(12.5, 1.8, n)
    emergency, ward = draw.random(n) < 0.4, draw.integers(6, size=n)
    numbers = np.stack([age, diagnoses, lactate, haemoglobin, emergency], axis=1)
    habit = 0.12 * draw.normal(size=hospitals)[hospital]
    of_ward = np.array([-0.6, -0.2, 0.0, 0.3, 0.5, 0.9])[ward]
    frail = 0.02 * (age - 64) + 0.12 * (diagnoses - 3) + 0.4 * np.log(lactate) * emergency
    days = draw.poisson(np.exp(1.0 + frail + of_ward + habit))
    anaemic = np.maximum(12 - haemoglobin, 0)
    chance = 1 / (1 + np.exp(2.2 - 1.3 * frail - 0.7 * anaemic - 0.9 * (ward == 4)))
    back = draw.random(n) < chance
    train = hospital < 0.6 * hospitals
    numbers = (numbers - numbers[train].mean(axis=0)) / numbers[train].std(axis=0)
    splits = {"train": train, "validation": (hospital >= 0.6 * hospitals) & (hospital < 0.8 * hospitals)}
    splits["test"] = hospital >= 0.8 * hospitals

    def stays(chosen):
        inputs = {"numbers": numbers[chosen].astype("float32"), "ward": ward[chosen].astype("int32")}
        return inputs, {"days": days[chosen, None].astype("float32"), "back": back[chosen, None].astype("float32")}

    groups = {split: hospital[chosen] for split, chosen in splits.items()}
    return {**{split: stays(chosen) for split, chosen in splits.items()}, "groups": groups}
