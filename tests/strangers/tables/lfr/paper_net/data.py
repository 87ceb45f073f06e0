import numpy as np


def load_mine(seed):
    """3,600 applicants: 2,000 to train on, 800 to validate, 800 to test."""
    rng = np.random.default_rng(seed)
    protected = rng.random(3600) < 0.4
    able = rng.normal(size=(3600, 3))
    features = np.concatenate([able, rng.normal(size=(3600, 7))], axis=1)
    features[:, 3:6] += 1.5 * protected[:, None]  # postcode, name of the school: what tells of the group
    features[:, 6] += 0.7 * able[:, 0]
    merit = 1.6 * able[:, 0] + 1.2 * able[:, 1] - able[:, 2] * able[:, 0]
    past = merit - 2.2 * protected + 0.7 - rng.logistic(0, 0.7, 3600) > 0
    features = (features - features[:2000].mean(0)) / features[:2000].std(0)
    cuts = {"train": slice(2000), "validation": slice(2000, 2800), "test": slice(2800, None)}
    return {
        split: (
            {"features": features[cut].astype("float32"), "protected": protected[cut, None].astype("float32")},
            past[cut, None].astype("int32"),
        )
        for split, cut in cuts.items()
    }
