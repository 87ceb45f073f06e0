import numpy as np

SIGNS = {"heart": (85, 15), "pressure": (80, 12), "oxygen": (96, 2), "temperature": (37.2, 0.6), "breaths": (18, 4)}


def load_mine(seed):
    """2,500 stays: 1,700 to train on, 400 to validate, 400 to test."""
    rng = np.random.default_rng(seed)
    n, hours = 2500, np.arange(24)
    age, sex, emergency = rng.normal(62, 14, n), rng.integers(0, 2, n), rng.random(n) < 0.35
    ward = rng.integers(0, 6, n)
    course = rng.normal(size=(n, 5))  # of each sign, over the day
    turn = rng.integers(6, 18, n)  # the hour from which on the patient recovers, or worsens
    drift = course[:, :, None] * np.tanh((hours[None, None] - turn[:, None, None]) / 3)
    level = 0.7 * rng.normal(size=(n, 5, 1))
    vitals = np.stack(
        [mean + std * (level[:, i] + drift[:, i]) for i, (mean, std) in enumerate(SIGNS.values())], axis=1
    )
    vitals += rng.normal(0, 0.3, vitals.shape) * np.array([std for _, std in SIGNS.values()])[:, None]  # (n, 5, 24)
    effect = np.array([0.0, 0.5, -0.3, 0.2, 0.8, -0.6])
    log_days = 1.2 + 0.5 * course[:, 0] - 0.5 * course[:, 1] * (course[:, 2] < 0) + 0.25 * course[:, 4] ** 2
    log_days += effect[ward] + 0.012 * (age - 62) + 0.3 * emergency + rng.standard_t(4, n) * 0.25
    vitals = vitals.transpose(0, 2, 1)  # (n, 24, 5)
    person = np.stack([age, sex, emergency], axis=-1)
    vitals = (vitals - vitals[:1700].mean((0, 1))) / vitals[:1700].std((0, 1))
    person = (person - person[:1700].mean(0)) / person[:1700].std(0)
    data = {}
    for split, cut in {"train": slice(1700), "validation": slice(1700, 2100), "test": slice(2100, None)}.items():
        stay = {"vitals": vitals[cut].astype("float32"), "person": person[cut].astype("float32")}
        data[split] = stay | {"ward": ward[cut].astype("int32")}, log_days[cut, None].astype("float32")
    return data
