"""YOURS. What is learnt from: melodies; the two last notes mostly decide the next one."""

import numpy as np

NOTES, LENGTH = 8, 32


def compose(number=790, seed=17):
    """Int["b 33"], notes 0 … 7: a Markov chain of second order."""
    generator = np.random.default_rng(seed)
    chance = generator.dirichlet(np.full(NOTES, 0.15), size=(NOTES, NOTES)).cumsum(axis=-1)
    notes = generator.integers(0, NOTES, (number, LENGTH + 1))
    for t in range(2, LENGTH + 1):
        drawn = generator.random((number, 1))
        notes[:, t] = np.minimum((drawn > chance[notes[:, t - 2], notes[:, t - 1]]).sum(axis=-1), NOTES - 1)
    return notes.astype("int32")


def load_melodies(validation=150):
    """The splits; the target at a position is the note after it."""
    notes = compose()
    inputs, targets = notes[:, :-1], notes[:, 1:]
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
