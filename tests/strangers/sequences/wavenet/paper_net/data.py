import numpy as np


def sound(rng, steps):
    """A glottal pulse train, whose pitch wanders, through two resonances, with breath."""
    period = 20 + 6 * np.sin(2 * np.pi * np.arange(steps) / 900 + rng.uniform(0, 6)) + rng.normal(0, 0.3, steps)
    phase = np.cumsum(1 / period)
    pulses = np.diff(np.floor(phase), prepend=0) + rng.normal(0, 0.015, steps)
    for frequency, width in [(0.11, 0.93), (0.23, 0.9)]:  # cycles a step; radius of the pole
        a, b = 2 * width * np.cos(2 * np.pi * frequency), -(width**2)
        out = np.zeros(steps)
        for t in range(2, steps):
            out[t] = pulses[t] + a * out[t - 1] + b * out[t - 2]
        pulses = out
    return pulses / np.abs(pulses).max()


def mu_law(x, levels):
    """Values in -1 … 1 to whole numbers 0 … levels - 1, finer where it is quiet."""
    mu = levels - 1
    squeezed = np.sign(x) * np.log1p(mu * np.abs(x)) / np.log1p(mu)
    return np.clip(np.floor((squeezed + 1) / 2 * levels), 0, mu).astype("int32")


class Windows:
    """A signal, window by window: what goes in, and the same one step later."""

    def __init__(self, levels, window):
        self.levels, self.window = levels, window

    def __len__(self):
        return (len(self.levels) - 1) // self.window

    def __getitem__(self, i):
        start = i * self.window
        return self.levels[start : start + self.window], self.levels[start + 1 : start + self.window + 1]


def load_mine(window, train, held_out, levels, seed):
    """Windows that do not overlap, of one signal for each split, and what follows at each time."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, n in {"train": train, "validation": held_out, "test": held_out}.items():
        splits[split] = Windows(mu_law(sound(rng, n * window + 1), levels), window)
    return splits
