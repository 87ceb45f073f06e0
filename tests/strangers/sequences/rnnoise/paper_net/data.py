import numpy as np


def load_mine(train, held_out, seed):
    """Bursts of vowels over a stationary noise, each sample with a noise of its own colour and level."""
    rng = np.random.default_rng(seed)
    n, frames, bands = train + 2 * held_out, 40, 10
    vowels = rng.normal(0, 1.5, (6, bands))
    speech, clean = np.zeros((n, frames, 1)), np.zeros((n, frames, bands))
    for i in range(n):
        t = int(rng.integers(0, 14))
        while t < frames:
            length = int(rng.integers(3, 9))
            here = slice(t, min(t + length, frames))
            speech[i, here] = 1
            clean[i, here] = np.exp(vowels[rng.integers(6)] + rng.normal(0, 0.4, (1, bands)) + rng.normal(0, 0.3))
            t += length + int(rng.choice([0, 0, 5, 10]))
    clean *= np.exp(rng.normal(0, 0.3, clean.shape))
    colour = rng.normal(-0.5, 1.0, (n, 1, bands)) + rng.normal(0, 0.7, (n, 1, 1))
    noise = np.exp(colour) * rng.gamma(4, 0.25, clean.shape)
    gains = np.sqrt(clean / (clean + noise))
    x = np.log(clean + noise)
    x = ((x - x[:train].mean(axis=(0, 1))) / x[:train].std(axis=(0, 1))).astype("float32")
    targets = {"gains": gains.astype("float32"), "speech": speech.astype("float32")}
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (x[cut], {name: of[cut] for name, of in targets.items()}) for split, cut in cuts.items()}
