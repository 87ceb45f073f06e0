"""Chords, synthesized."""

import numpy as np

RATE, SAMPLES = 4000, 1024


def load_mine(train, held_out, seed):
    """One to three notes of C4 … B4, each with overtones, a decay and a tuning of its own, in noise.

    Returns:
        The splits: waveforms (n, 1024) and which notes sound (n, 12).
    """
    rng = np.random.default_rng(seed)
    t = np.arange(SAMPLES) / RATE

    def note(number):
        pitch = 261.63 * 2 ** ((number + rng.normal(0, 0.1)) / 12)
        overtones = [
            rng.uniform(0.3, 1) / k * np.sin(2 * np.pi * k * pitch * t + rng.uniform(0, 2 * np.pi)) for k in (1, 2, 3)
        ]
        return rng.uniform(0.5, 1) * np.exp(-t * rng.uniform(1, 8)) * sum(overtones)

    def split(n):
        waves, notes = np.zeros((n, SAMPLES), "float32"), np.zeros((n, 12), "float32")
        for i in range(n):
            chord = rng.choice(12, rng.integers(1, 4), replace=False)
            notes[i, chord] = 1
            waves[i] = sum(note(number) for number in chord) + rng.normal(0, 0.15, SAMPLES)
        return waves, notes

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
