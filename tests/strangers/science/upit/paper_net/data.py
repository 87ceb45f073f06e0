import numpy as np


def load_mine(seed, frames, bins, train, held_out):
    """Mixtures of two voices with gliding pitches, and the voices themselves in the order they were drawn in."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        voices = np.stack([[voice(rng, frames, bins) for _ in range(2)] for _ in range(size)]).astype("float32")
        splits[split] = (mixture(voices), voices)  # (size, frames, bins), (size, 2, frames, bins)
    return splits


def voice(rng, frames, bins):
    """Magnitudes of one voice: harmonics of a gliding pitch, swelling and fading."""
    time = np.arange(frames) / frames
    pitch = rng.uniform(3.5, 8) + rng.uniform(-1.5, 1.5) * time
    loudness = 0.6 + 0.4 * np.sin(2 * np.pi * (rng.uniform(0.5, 2) * time + rng.uniform()))
    return loudness[:, None] * comb(pitch, bins)


def comb(pitch, bins):
    """A peak of width 0.6 bins at each multiple of the pitch, weaker the higher."""
    harmonics = np.arange(1, 9)
    places = pitch[:, None] * harmonics  # (frames, harmonics)
    peaks = np.exp(-0.5 * ((np.arange(bins)[:, None] - places[:, None]) / 0.6) ** 2)  # (frames, bins, harmonics)
    return (peaks / np.sqrt(harmonics)).sum(-1)


def mixture(voices):
    """The sum of the voices."""
    return voices.sum(1)
