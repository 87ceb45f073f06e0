import numpy as np


def crossing(weight, truck, rng):
    """What the two sensors read in one crossing: each axle a bump, on springs that swing, at the speed of the day."""
    t = np.arange(64)
    speed, start, lean = rng.uniform(0.8, 1.25), rng.uniform(5, 9), rng.normal(0.5, 0.04)
    signal = np.zeros((64, 2))
    for place, share in zip(truck["axles"], truck["shares"], strict=True):
        swing = 1 + truck["swing"] * np.sin(truck["pitch"] * place / speed + rng.uniform(0, 2 * np.pi))
        bump = np.exp(-0.5 * ((t - start - place / speed) * speed / 2) ** 2)
        signal += truck["gain"] * weight * share * swing * bump[:, None] * [lean, 1 - lean]
    return signal + 0.01 * rng.normal(size=signal.shape)


def load_mine(trucks, crossings, seed):
    """Trucks in one split each: 200 in 300 are learnt from, 50 validate, 50 test."""
    rng = np.random.default_rng(seed)
    x, y, owner = [], [], []
    for number in range(trucks):
        truck = {
            "axles": np.cumsum([0, *rng.uniform(5, 15, 2)]),
            "shares": rng.dirichlet([20, 30, 30]),
            "swing": rng.uniform(0.05, 0.3),
            "pitch": rng.uniform(0.5, 2),
            "gain": rng.normal(1, 0.12),  # its tyres
        }
        weight = rng.uniform(0.8, 4)
        for _ in range(crossings):
            x.append(crossing(weight, truck, rng))
            y.append(weight * 10.0 ** rng.choice([0, -1, 1], p=[0.96, 0.02, 0.02]))  # a misplaced point
            owner.append(number)
    x, y, owner = np.array(x, "float32"), np.array(y, "float32")[:, None], np.array(owner)
    split_of = np.repeat(["train", "validation", "test"], [200, 50, 50])[rng.permutation(trucks)][owner]
    splits = {name: (x[split_of == name], y[split_of == name]) for name in ("train", "validation", "test")}
    return splits | {"groups": {name: owner[split_of == name] for name in splits}}
