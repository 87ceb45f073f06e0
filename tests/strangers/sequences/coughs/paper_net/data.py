import numpy as np


def load_mine(patients, clips, seed):
    """Clips of patients, each patient with a room, a voice and a share of coughs; patients are in one split only."""
    rng = np.random.default_rng(seed)
    t, band = np.arange(32)[:, None], np.arange(16)[None, :]
    xs, ys, who = [], [], []
    for patient in range(patients):
        room = rng.normal(0, 0.5, (1, 16)) + rng.normal(0, 0.5)
        place, often = rng.uniform(6, 10), rng.beta(1.2, 6)
        for _ in range(clips):
            x = room + rng.normal(0, 0.6, (32, 16))
            for _ in range(rng.integers(0, 3)):  # speech, doors: long and narrow, or short and low
                start, middle = rng.integers(0, 26), rng.uniform(0, 15)
                long, broad = ((10, 1.5), (3, 3.0))[rng.integers(2)]
                middle = middle if long > 3 else 1.0
                x += 2.0 * ((t >= start) & (t < start + long)) * np.exp(-(((band - middle) / broad) ** 2))
            cough = rng.random() < often
            if cough:  # a sharp onset over many bands, then a decay
                start = rng.integers(0, 24)
                decay = np.where(t >= start, np.exp(-(t - start) / 3.0), 0)
                x += rng.uniform(1.4, 2.4) * decay * np.exp(-(((band - place) / 5) ** 2))
            xs.append(x)
            ys.append(cough)
            who.append(patient)
    xs, ys, who = np.array(xs, "float32")[..., None], np.array(ys, "int32")[:, None], np.array(who)
    order = rng.permutation(patients)
    parts = {"train": order[:30], "validation": order[30:40], "test": order[40:]}
    rows = {split: np.flatnonzero(np.isin(who, chosen)) for split, chosen in parts.items()}
    mean, std = xs[rows["train"]].mean(), xs[rows["train"]].std()
    splits = {split: ((xs[row] - mean) / std, ys[row]) for split, row in rows.items()}
    return {**splits, "groups": {split: who[row] for split, row in rows.items()}}
