import numpy as np


def load_mine(stars, seasons, seed):
    """Seasons of stars; each star, with all its seasons, is in one split: 60 %, 20 %, 20 %."""
    rng = np.random.default_rng(seed)
    phase = (np.arange(24) + 0.5) / 24
    curves, properties, kinds, star = [], [], [], []
    for index in range(stars):
        kind = index % 4
        log_period = rng.normal([-0.3, 0.6, 0.1, 0.5][kind], 0.4)
        amplitude = rng.uniform(0.05, 0.35)
        rise, width = rng.uniform(0.12, 0.4), rng.uniform(0.04, 0.12)
        colours = rng.normal(0, 1, 3) + 0.6 * np.array([[-1, 0, 0], [0, 1, 0], [0, 0, 0], [1, 0, 1]][kind])
        shapes = {
            "sawtooth": np.where(phase < rise, 1 - 2 * phase / rise, 2 * (phase - rise) / (1 - rise) - 1),
            "dips": 2 * np.exp(-(((phase - 0.25) / width) ** 2))
            + rng.uniform(0.3, 2) * np.exp(-(((phase - 0.75) / width) ** 2)),
            "spots": np.sin(2 * np.pi * phase) + rng.uniform(0, 0.5) * np.sin(4 * np.pi * phase + rng.uniform(0, 6)),
        }
        shape = shapes[["sawtooth", "sawtooth", "dips", "spots"][kind]]
        own = rng.normal(0, 0.25, 24)  # what is peculiar to this star, in all seasons
        for _ in range(seasons):
            curve = amplitude * shape + own + rng.normal(0, 0.1, 24)
            curves.append(curve - curve.mean())
            properties.append([log_period, np.ptp(curve), *(colours + rng.normal(0, 0.02, 3))])
            kinds.append(kind)
            star.append(index)
    curves = np.array(curves, "float32")[:, :, None]
    properties, kinds, star = np.array(properties, "float32"), np.array(kinds, "int32"), np.array(star)

    order = rng.permutation(stars)
    parts = np.split(order, [int(0.6 * stars), int(0.8 * stars)])
    splits = {name: np.isin(star, part) for name, part in zip(["train", "validation", "test"], parts, strict=False)}
    return {
        **{name: ({"curve": curves[at], "star": properties[at]}, kinds[at]) for name, at in splits.items()},
        "groups": {name: star[at] for name, at in splits.items()},
    }
