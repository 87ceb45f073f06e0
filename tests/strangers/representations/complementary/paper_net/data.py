import numpy as np

CHANNELS = 40
LINES = [[6, 20], [6, 28], [13, 28], [13, 34], [20, 34]]  # the two lines of each of the five minerals


def complement(labels, steps, classes):
    """A class that the sample is not of: 1 … classes - 1 steps behind its own, in a circle."""
    return (np.asarray(labels) + np.asarray(steps)) % classes


def spectra(labels, random):
    """Two lines of random height on a slope, with noise in each channel."""
    channel = np.arange(CHANNELS)
    centres = np.array(LINES)[labels] + random.normal(0, 0.7, (len(labels), 2))  # (n, 2)
    heights = random.uniform(0.5, 1.5, (len(labels), 2))
    lines = np.exp(-0.5 * ((channel - centres[..., None]) / 1.5) ** 2)  # (n, 2, 40)
    slope = random.normal(0, 0.3, (len(labels), 1)) * (channel / CHANNELS - 0.5)
    return (heights[..., None] * lines).sum(1) + slope + random.normal(0, 0.25, (len(labels), CHANNELS))


def load_mine(seed, train, validation, test):
    """Spectra; beside each its complementary label, which is learnt from, and its true one, which a metric reads."""
    random = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": validation, "test": test}.items():
        labels = random.integers(0, len(LINES), size)
        complementary = complement(labels, random.integers(1, len(LINES), size), len(LINES))
        targets = np.stack([complementary, labels], axis=1).astype("int32")  # (n, 2)
        splits[split] = (spectra(labels, random).astype("float32"), targets)
    return splits
