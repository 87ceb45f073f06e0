import numpy as np


def load_mine(persons, windows, seed):
    """Windows of walking persons; training has each of them mirrored, too."""
    rng = np.random.default_rng(seed)
    splits = {"train": 0.6 * persons, "validation": 0.2 * persons, "test": 0.2 * persons}
    data, groups, person = {}, {}, 0
    for split, share in splits.items():
        x, y, of = [], [], []
        for _ in range(round(share)):
            strength, lag = rng.uniform(0.6, 1.4, size=3), rng.normal(0, 0.15, size=3)
            for _ in range(windows):
                pace = rng.uniform(0.8, 1.1) * (1 + 0.05 * rng.normal(size=40))  # strides a second
                phase = rng.uniform(0, 2 * np.pi) + 2 * np.pi * np.cumsum(pace) / 25
                clean = [np.sin(2 * (phase + lag[0])), np.sin(phase + lag[1]), np.cos(2 * (phase + lag[2]))]
                x.append(strength * np.stack(clean, axis=-1) + 0.4 * rng.normal(size=(40, 3)))
                y.append(np.stack([np.cos(phase), np.sin(phase)], axis=-1))
                of.append(person)
            person += 1
        x, y, of = np.array(x, "float32"), np.array(y, "float32"), np.array(of)
        if split == "train":
            other_x, other_y = mirrored(x, y)
            x, y, of = np.concatenate([x, other_x]), np.concatenate([y, other_y]), np.concatenate([of, of])
        data[split], groups[split] = (x, y), of
    return data | {"groups": groups}


def mirrored(x, y):
    """The same walk seen in a mirror: the lateral axis turns, and the left heel strikes when the right one did."""
    return x * np.array([1, -1, 1], x.dtype), -y
