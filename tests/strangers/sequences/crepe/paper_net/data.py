import numpy as np

RATE = 8000  # samples a second
LOWEST = 110.0  # Hz, of the first bin


def load_mine(frame, train, held_out, bins, seed):
    """Frames of a harmonic sound, and its pitch as a vector over semitones.

    Args:
        frame: samples of one frame.
        train: frames to learn from.
        held_out: frames of the validation, and as many of the test.
        bins: semitones, from LOWEST on.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    time = np.arange(frame) / RATE

    def draw(n):
        hertz = LOWEST * 2 ** (rng.uniform(0, bins - 1, n) / 12)
        harmonics = np.arange(1, 9)
        loud = rng.exponential(1, (n, 8)) / harmonics  # the fundamental may be weak
        angle = 2 * np.pi * (hertz[:, None, None] * harmonics * time[:, None] + rng.random((n, 1, 8)))
        x = np.einsum("nth,nh->nt", np.sin(angle), loud) + rng.normal(0, 0.2, (n, frame))
        x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
        cents = 1200 * np.log2(hertz / LOWEST)
        y = np.exp(-((100 * np.arange(bins) - cents[:, None]) ** 2) / (2 * 50**2))  # equation 3
        return x[..., None].astype("float32"), y.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
