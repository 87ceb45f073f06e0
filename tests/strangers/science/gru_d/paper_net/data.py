import numpy as np


def load_mine(seed, hours, signs, measured, train, held_out):
    """Patients' vital signs, each measured now and then, and whether their mean state at the end is above normal."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        state = walk(rng, size, hours)  # (n, t)
        record = state[..., None] * np.linspace(1, 0.5, signs) + rng.normal(0, 0.3, (size, hours, signs))
        record[rng.uniform(size=record.shape) > measured] = np.nan
        values, mask = observed(record)
        outcome = (state[:, -4:].mean(1) > 0).astype("int32")[:, None]
        splits[split] = ({"values": values, "mask": mask, "elapsed": elapsed(mask)}, outcome)
    return splits


def walk(rng, size, hours, memory=0.9):
    """A patient's hidden state: it wanders, and returns to 0, with a variance of 1."""
    state = [rng.normal(size=size)]
    for _ in range(hours - 1):
        state.append(memory * state[-1] + rng.normal(0, (1 - memory**2) ** 0.5, size))
    return np.stack(state, axis=1)


def observed(record):
    """The values, 0 in the place of what is missing, and the mask: 1 where there was a measurement."""
    mask = ~np.isnan(record)
    return np.where(mask, record, 0).astype("float32"), mask.astype("float32")


def elapsed(mask):
    """Hours since each sign was measured before: 0 at first, then 1 and, had the hour before none, what it had."""
    since = np.zeros(mask.shape, "float32")
    for t in range(1, mask.shape[1]):
        since[:, t] = 1 + (1 - mask[:, t - 1]) * since[:, t - 1]
    return since
