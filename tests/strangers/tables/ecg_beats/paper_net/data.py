import numpy as np


def load_mine(patients, beats, seed):
    """Heartbeats of patients, 64 samples each: normal, too early from above, or from a ventricle.

    Every patient has a shape, a noise and a mixture of kinds of their own; no patient is in two splits.

    Args:
        patients: of all splits.
        beats: of each.
        seed: of what is drawn.

    Returns:
        The splits, each (beats (n, 64, 1), kinds (n)).
    """
    draw = np.random.default_rng(seed)
    time = np.arange(64)

    def wave(place, width, height):
        return height[:, None] * np.exp(-0.5 * ((time - place[:, None]) / width[:, None]) ** 2)

    signals, kinds = [], []
    for _ in range(patients):
        kind = draw.choice(3, beats, p=draw.dirichlet([1.0, 0.7, 0.7]))
        early, wide = kind == 1, kind == 2
        p_at, p_high, r_high, t_at, t_high = draw.uniform([12, 0.1, 0.8, 44, 0.15], [18, 0.3, 1.3, 52, 0.45])
        qrs, tilt = draw.uniform(1.6, 3.4), draw.normal(0, 0.3, 4)
        jitter = draw.normal(0, 1, (3, beats))
        x = wave(p_at + jitter[0] + 5 * early, np.full(beats, 2.5), p_high * (1 - wide) * (1 + 0.1 * jitter[1]))
        x += wave(30 + jitter[2], qrs * (1 + 0.8 * wide) + 0.2 * jitter[1], r_high * (1 + 0.1 * jitter[0]))
        x += wave(t_at + jitter[2], np.full(beats, 4.0), t_high * np.where(wide, -0.6, 1) + 0.05 * jitter[1])
        x += tilt @ np.stack([np.cos(np.pi * k * time / 64) for k in range(4)])
        signals.append(x + draw.uniform(0.02, 0.15) * draw.normal(size=x.shape))
        kinds.append(kind)
    x = np.stack(signals)[..., None].astype("float32")  # (patients, beats, 64, 1)
    y = np.stack(kinds).astype("int32")  # (patients, beats)
    one, two = int(0.6 * patients), int(0.8 * patients)
    parts = {"train": slice(one), "validation": slice(one, two), "test": slice(two, None)}
    return {name: (x[part].reshape(-1, 64, 1), y[part].reshape(-1)) for name, part in parts.items()}
