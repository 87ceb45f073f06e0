import numpy as np


def load_mine(patients, seed):
    """One-compartment kinetics with first-order absorption, sampled at ten times with 15 % error.

    Args:
        patients: of each split.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    splits, scale = {}, None
    for split, count in patients.items():
        weight = rng.lognormal(np.log(70), 0.2, (count, 1))
        dose = rng.choice([50.0, 100.0, 200.0], (count, 1))
        clearance = 5 * (weight / 70) ** 0.75 * rng.lognormal(0, 0.4, (count, 1))
        volume = 50 * (weight / 70) * rng.lognormal(0, 0.3, (count, 1))
        absorption, elimination = rng.lognormal(0.3, 0.3, (count, 1)), clearance / volume
        time = np.sort(rng.uniform(0.5, 24, (count, 10)), axis=1)
        gone = np.exp(-elimination * time) - np.exp(-absorption * time)
        level = dose * absorption / (volume * (absorption - elimination)) * gone
        level = np.maximum(level * rng.lognormal(0, 0.15, level.shape), 0.01)  # the assay's limit
        inputs = {
            "curve": np.stack([time / 24, np.log(level)], axis=-1).astype("float32"),
            "patient": np.hstack([np.log(dose / 100), np.log(weight / 70)]).astype("float32"),
        }
        logs = {"clearance": np.log(clearance), "volume": np.log(volume)}
        scale = scale or {name: (value.mean(), value.std()) for name, value in logs.items()}  # of the training
        splits[split] = (
            inputs,
            {name: ((value - scale[name][0]) / scale[name][1]).astype("float32") for name, value in logs.items()},
        )
    return splits
