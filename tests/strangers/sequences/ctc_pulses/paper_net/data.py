"""Morse code as a signal over time, and the letters that were sent."""

import numpy as np

LETTERS = [".", "-", ".-", "-.", "..", "--"]  # E T A N I M: labels 1 … 6
STEPS, LONGEST = 52, 4


def load_mine(train, held_out, seed):
    """Two to four letters a sample, keyed at an uneven pace.

    Returns:
        The splits, signals (n, 52, 1) and labels (n, 4), filled up with 0.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        signals, labels = np.zeros((n, STEPS, 1), "float32"), np.zeros((n, LONGEST), "int32")
        for i in range(n):
            letters = rng.integers(1, len(LETTERS) + 1, rng.integers(2, LONGEST + 1))
            labels[i, : len(letters)] = letters
            signals[i, :, 0] = key(letters, rng)
        return signals + rng.normal(0, 0.15, signals.shape).astype("float32"), labels

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def key(letters, rng):
    """Dots of 1 step, dashes of 3 (now and then 2 or 4), 1 between them, 3 or 4 between letters."""
    signal, t = np.zeros(STEPS), int(rng.integers(0, 4))
    for letter in letters:
        for pulse in LETTERS[letter - 1]:
            width = 1 if pulse == "." else int(rng.choice([2, 3, 4], p=[0.2, 0.6, 0.2]))
            signal[t : t + width] = 1
            t += width + 1
        t += int(rng.integers(2, 4))
    return signal
