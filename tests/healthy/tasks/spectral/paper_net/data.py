"""YOURS. What is learnt from: calls in noise. Contract: as the template's."""

import numpy as np


def load_calls(train, held, noise):
    """Calls that rise, fall, stay or warble, at some pitch and phase.

    Returns:
        The splits; inputs Float["b 512"]; targets Int["b"] in 0 … 3.
    """
    generator = np.random.default_rng(9)
    total = train + 2 * held
    kind = generator.integers(0, 4, total).astype("int32")
    time = np.arange(512) / 512
    pitch, phase = generator.uniform(60, 120, (total, 1)), generator.uniform(0, 2 * np.pi, (total, 1))
    sweep = generator.uniform(30, 60, (total, 1)) * np.array([1, -1, 0, 0])[kind][:, None]
    warble = 20.0 * (kind == 3)[:, None] * np.sin(2 * np.pi * 5 * time + phase)
    frequency = pitch + sweep * (time - 0.5) + warble
    calls = np.sin(phase + 2 * np.pi * np.cumsum(frequency, axis=1) / 512)
    calls = (calls + noise * generator.normal(size=calls.shape)).astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (calls[at], kind[at]) for split, at in parts.items()}
