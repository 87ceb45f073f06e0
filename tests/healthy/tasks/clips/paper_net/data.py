"""YOURS. What is learnt from: log spectrograms of a few instruments playing together."""

import numpy as np

TAGS = ("bass", "organ", "bell", "drum", "whistle", "strings")


def _clip(rng, tags, frames, bands):
    time, band = np.mgrid[:frames, :bands]
    power = rng.exponential(0.05, (frames, bands))
    for tag in np.flatnonzero(tags):
        loud, start = rng.uniform(0.6, 1.4), rng.integers(0, frames // 3)
        if tag == 0:
            power += loud * np.exp(-0.5 * ((band - rng.uniform(2, 4)) / 0.8) ** 2)
        elif tag == 1:
            base = rng.uniform(4, 6)
            power += loud * sum(np.exp(-0.5 * ((band - base * k) / 0.5) ** 2) for k in (1, 2, 3)) * (time >= start)
        elif tag == 2:
            power += (
                2
                * loud
                * np.exp(-0.5 * ((band - rng.uniform(12, 20)) / 0.6) ** 2 - np.maximum(time - start, 0) / 4)
                * (time >= start)
            )
        elif tag == 3:
            period = rng.integers(4, 7)
            power += loud * ((time - start) % period == 0) * 0.8
        elif tag == 4:
            path = rng.uniform(10, 14) + 8 * np.sin(time / frames * np.pi)
            power += loud * np.exp(-0.5 * ((band - path) / 0.6) ** 2)
        else:
            power += 0.35 * loud * (band > 8) * (band < 18) * (0.5 + 0.5 * np.sin(time / 2.0))
    return np.log(power + 0.01)


def load_clips(train, validation, test, frames, bands, seed):
    """Inputs Float["b frames bands"], log power, standardized by the training clips; targets Float["b 6"], 0 or 1."""
    rng = np.random.default_rng(seed)
    splits = {}
    for name, number in (("train", train), ("validation", validation), ("test", test)):
        tags = rng.random((number, len(TAGS))) < np.array([0.4, 0.35, 0.3, 0.4, 0.25, 0.3])
        clips = np.stack([_clip(rng, row, frames, bands) for row in tags])
        splits[name] = clips, tags.astype("float32")
    mean, deviation = splits["train"][0].mean(), splits["train"][0].std()
    return {name: (((x - mean) / deviation).astype("float32"), y) for name, (x, y) in splits.items()}
