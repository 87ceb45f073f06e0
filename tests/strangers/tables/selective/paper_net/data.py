import numpy as np


def load_mine(seed, train, validation, test):
    """Findings of patients and one of three diagnoses; in a part of the patients the findings say little."""
    rng = np.random.default_rng(seed)
    centres = 2.2 * rng.normal(size=(3, 6))
    splits = {}
    for split, n in {"train": train, "validation": validation, "test": test}.items():
        diagnosis = rng.integers(3, size=n)
        clear = rng.random(n) < 0.65  # the others are seen early, when findings are near those of the healthy
        shown = np.where(clear, 1.0, 0.15)[:, None]
        x = shown * centres[diagnosis] + rng.normal(size=(n, 6))
        x = np.concatenate([x, rng.normal(size=(n, 4))], axis=-1) / 2
        splits[split] = (
            x.astype("float32"),
            {"selective": diagnosis.astype("int32"), "auxiliary": diagnosis.astype("int32")},
        )
    return splits
