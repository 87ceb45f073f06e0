import numpy as np

STEPS, WAYS = 20, 4


def corridor(cue, glare, steps):
    """A cue in the first step alone, then glare until the junction, which the last step shows: (steps, WAYS + 2)."""
    seen = np.zeros((steps, WAYS + 2))
    seen[0, cue] = 1
    seen[:, WAYS] = glare
    seen[-1, WAYS + 1] = 1
    return seen


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        cues = rng.integers(WAYS, size=number)
        seen = np.stack([corridor(cue, rng.normal(0, 0.3, STEPS), STEPS) for cue in cues])
        splits[split] = (seen.astype("float32"), cues.astype("int32"))
    return splits
