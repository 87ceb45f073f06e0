import numpy as np


def load_mine(frames, train, held_out, seed):
    """Patterns of four beats, each in two halves, repeated at a steady tempo of 70 … 160 beats a minute."""
    rng = np.random.default_rng(seed)

    def pattern(beats):
        accents = rng.uniform(0.5, 1, 8) * np.tile([1.0, rng.uniform(0.2, 0.7)], 4)  # off the beat it is softer
        accents *= rng.random(8) < np.tile([0.95, 0.6], 4)
        eighth = 20 * 60 / beats / 2  # frames
        count = int(frames / eighth) + 2
        at = (np.arange(count) + rng.random()) * eighth + rng.normal(0, 0.15, count)
        loud = np.resize(np.roll(accents, rng.integers(8)), count) * rng.uniform(0.7, 1.3, count)
        after = np.arange(frames)[:, None] - at
        hits = np.where(after > -1, np.exp(-np.maximum(after, 0) / 1.5) * np.clip(1 + after, 0, 1), 0)
        return hits @ loud + np.abs(rng.normal(0, 0.08, frames))

    def draw(n):
        octaves = rng.uniform(np.log2(70 / 120), np.log2(160 / 120), n)
        x = np.stack([pattern(120 * 2**o) for o in octaves])
        return x.astype("float32"), octaves[:, None].astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
