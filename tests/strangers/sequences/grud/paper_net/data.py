import numpy as np


def load_mine(samples, steps, seed):
    """Vital signs of patients, measured now and then; does the patient get worse?"""
    rng = np.random.default_rng(seed)
    n = sum(samples.values())
    worse = rng.integers(0, 2, n)
    time = np.arange(steps) / steps
    onset = rng.uniform(0.2, 0.7, (n, 1))
    course = worse[:, None] * np.maximum(time - onset, 0) * rng.uniform(2, 5, (n, 1))  # (n, t)
    signs = np.array([1.0, -1.0, 0.5]) * course[..., None]  # (n, t, 3)
    drift = np.cumsum(rng.normal(0, 0.2, (n, steps, 3)), axis=1)
    signs = signs + drift + rng.normal(0, 0.3, signs.shape)
    taken = rng.random(signs.shape) < np.array([0.5, 0.3, 0.2])
    signs = np.where(taken, signs, np.nan)
    train = signs[: samples["train"]]
    signs = (signs - np.nanmean(train, axis=(0, 1))) / np.nanstd(train, axis=(0, 1))
    value, mask, gap = measured(signs)
    splits, start = {}, 0
    for split, count in samples.items():
        rows = slice(start, start + count)
        inputs = {"value": value[rows], "mask": mask[rows], "gap": gap[rows]}
        splits[split] = (inputs, worse[rows, None].astype("int32"))
        start += count
    return splits


def measured(signs):
    """Of signs (n, t, d) with NaN where nothing was measured: values, 0 for NaN; mask, 1 where measured; gap."""
    mask = ~np.isnan(signs)
    gap = np.zeros(signs.shape)
    for t in range(1, signs.shape[1]):
        gap[:, t] = np.where(mask[:, t - 1], 1, 1 + gap[:, t - 1])
    return np.nan_to_num(signs).astype("float32"), mask.astype("float32"), gap.astype("float32")
