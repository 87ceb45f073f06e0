"""Shares of sand, silt and clay, of spectra."""

import numpy as np


def load_mine(pits, depths, seed):
    """Soil pits; whole ones are held out."""
    rng = np.random.default_rng(seed)
    pit = np.repeat(np.arange(pits), depths)
    depth = np.tile(np.linspace(0, 1, depths), pits)
    texture = rng.normal(size=(pits, 2))[pit]  # what the spectrum shows of the parent material
    rest = rng.normal(size=(pits, 2))[pit]  # and what it does not
    colour = rng.normal(size=(pits, 6))[pit]  # minerals: they tell pits apart, not textures
    clay = 1.5 * depth * np.tanh(texture[:, 0])
    logits = np.stack([1.3 * texture[:, 0], 1.3 * texture[:, 1] + 0.5 * depth, clay], axis=1)
    logits[:, :2] += 0.6 * rest
    shares = np.stack([rng.dirichlet(40 * p) for p in np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)])
    mixing = rng.normal(size=(8, 12)) / 3
    bands = np.concatenate([np.tanh(texture), colour], axis=1) @ mixing + 0.05 * rng.normal(size=(len(pit), 12))
    x = np.concatenate([bands, depth[:, None]], axis=1)
    shares = np.clip(shares, 0.002, None)
    shares = shares / shares.sum(axis=1, keepdims=True)
    part = rng.choice(3, size=pits, p=[0.6, 0.2, 0.2])[pit]
    splits = {}
    for i, split in enumerate(["train", "validation", "test"]):
        at = part == i
        scaled = (x[at] - x[part == 0].mean(axis=0)) / x[part == 0].std(axis=0)
        splits[split] = scaled.astype("float32"), shares[at].astype("float32")
    splits["groups"] = {split: pit[part == i] for i, split in enumerate(["train", "validation", "test"])}
    return splits
