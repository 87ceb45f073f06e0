import numpy as np


def load_mine(train, held_out, seed):
    """Vital signs that a patient's severity drives, by complaint; levels are cut from it, wards take the severe."""
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    complaint = rng.choice(15, count, p=rng.dirichlet(np.full(15, 3)))
    usual, ward = rng.normal(0, 0.8, 15), rng.normal(0, 1.2, 15)
    age = rng.normal(size=count)
    severity = usual[complaint] + 0.4 * age + rng.normal(0, 1, count)
    loads = np.array([0.9, -0.8, 0.7, -0.9, 0.4])
    vitals = severity[:, None] * loads + rng.normal(0, 0.7, (count, 5))
    vitals[:, [0, 2]] *= rng.choice([1, -1], (count, 2), p=[0.7, 0.3])  # pulse, temperature: too high or too low
    vitals[:, 3] = -np.abs(vitals[:, 3])  # saturation falls only
    vitals = np.concatenate([vitals, age[:, None]], axis=1)
    vitals[:, :5][rng.random((count, 5)) < 0.15] = np.nan
    mean, std = np.nanmean(vitals[:train], axis=0), np.nanstd(vitals[:train], axis=0)
    level = 3 - np.digitize(severity + rng.normal(0, 0.3, count), [-1.0, 0.6, 1.9])
    stay = rng.random(count) < 1 / (1 + np.exp(1.0 - 1.5 * severity - ward[complaint] - 0.6 * age))
    vitals = measured((vitals - mean) / std)

    def split(at):
        inputs = {"vitals": vitals[at].astype("float32"), "complaint": complaint[at].astype("int32")}
        return inputs, {"level": level[at].astype("int32"), "stay": stay[at, None].astype("float32")}

    ends = [slice(0, train), slice(train, train + held_out), slice(train + held_out, count)]
    return dict(zip(["train", "validation", "test"], map(split, ends), strict=True))


def measured(vitals):
    """Standardized vital signs, NaN where there is none: filled by the mean, and beside them whether they are there."""
    vitals = np.asarray(vitals, dtype=float)
    there = ~np.isnan(vitals)
    return np.concatenate([np.where(there, vitals, 0), there], axis=-1)
