"""Rooms, simulated: a heat balance, and a vote that depends on it. Some meters are broken, in training only."""

import numpy as np


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    size = train + 2 * held_out
    hour = rng.integers(0, 24, size)
    outside = 8 + 6 * np.sin((hour - 9) / 24 * 2 * np.pi) + 5 * rng.normal(size=size)
    sun = np.clip(np.sin((hour - 6) / 12 * np.pi), 0, None) * rng.random(size)
    wind, glass, insulation = rng.gamma(2, 2, size), rng.uniform(0.1, 0.6, size), rng.uniform(0.5, 3, size)
    people = rng.poisson(3, size) * ((hour > 7) & (hour < 19))
    loss = (20 - outside) * (glass * 1.2 + 0.6 / insulation) * (1 + 0.05 * wind)
    gain = 12 * sun * glass + 0.4 * people
    heating = np.clip(loss - gain, 0, None) + 0.4 * rng.normal(size=size)
    feels = (gain - loss / 2) + 0.15 * people - 0.3 * wind * (outside < 8) + 0.6 * rng.normal(size=size)
    comfort = np.digitize(feels, np.quantile(feels[:train], [0.33, 0.67]))
    broken = np.arange(size) < 0.03 * train
    heating = np.where(broken, rng.uniform(0, 100, size), heating)

    room = np.stack([outside, sun, wind, glass, insulation, people], axis=1)
    order = rng.permutation(train)  # the broken ones came first
    parts = {
        "train": order,
        "validation": np.arange(train, train + held_out),
        "test": np.arange(train + held_out, size),
    }
    mean, std = room[order].mean(axis=0), room[order].std(axis=0)
    middle, spread = np.median(heating[order]), np.subtract(*np.percentile(heating[order], [75, 25]))
    return {
        name: (
            {"room": ((room[at] - mean) / std).astype("float32"), "hour": hour[at].astype("int32")},
            {
                "heating": ((heating[at] - middle) / spread)[:, None].astype("float32"),
                "comfort": comfort[at].astype("int32"),
            },
        )
        for name, at in parts.items()
    }
