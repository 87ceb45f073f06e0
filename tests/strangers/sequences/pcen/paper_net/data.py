import numpy as np


def load_mine(speakers, words, seed):
    """Spoken commands at any distance: mel energies (not their logarithm) of 40 frames by 16 channels, six commands.

    Args:
        speakers: of 40; a speaker is in one split only.
        words: recordings of a speaker.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    paths = np.array([[3, 9], [9, 3], [4, 4], [10, 11], [3, 4], [11, 8]])  # of the formant: from, to
    time, channel = np.arange(40)[:, None], np.arange(16)[None]
    energy, label, of = [], [], []
    for speaker in range(speakers):
        tract, pace = rng.normal(0, 0.7), rng.uniform(0.8, 1.2)
        for _ in range(words):
            word = rng.integers(6)
            begins, lasts = rng.integers(5, 14), 18 * pace
            share = np.clip((time - begins) / lasts, 0, 1)
            low = paths[word, 0] + (paths[word, 1] - paths[word, 0]) * share + tract
            spoken = np.exp(-0.5 * ((channel - low) / 0.9) ** 2) + 0.4 * np.exp(-0.5 * ((channel - low - 4) / 0.9) ** 2)
            spoken = spoken * (time >= begins) * (time < begins + lasts)
            noise = 10 ** rng.uniform(-1.5, -0.3) * np.exp(rng.normal(0, 0.7, (1, 16)))  # stationary, coloured
            loud = 10 ** rng.uniform(-3, 1)  # the distance
            energy.append(loud * (spoken + noise) * rng.gamma(4, 1 / 4, (40, 16)))
            label.append(word)
            of.append(speaker)
    energy, label, of = np.array(energy, "float32"), np.array(label, "int32"), np.array(of)
    last = {"train": (0, 0.6), "validation": (0.6, 0.8), "test": (0.8, 1)}
    at = {k: (of >= a * speakers) & (of < b * speakers) for k, (a, b) in last.items()}
    return {**{k: (energy[i], label[i]) for k, i in at.items()}, "groups": {k: of[i] for k, i in at.items()}}
