import numpy as np


def by_deadline(times, present):
    """The places of the tasks that are there, the earliest deadline first; -1 behind the last."""
    order = np.argsort(np.where(present > 0, times, np.inf), kind="stable")  # absent ones last
    return np.where(np.arange(len(order)) < np.sum(present), order, -1)


def taken_before(times, order):
    """What the decoder is given at each step: the deadline that was due just before; 0 at the first, and at no step."""
    due = np.where(order >= 0, np.asarray(times)[order], 0)
    before = np.concatenate([[0], due[:-1]])
    return np.where(order >= 0, before, 0)


def load_mine(seed, train, held_out, places):
    """Lists of 3 to `places` tasks with deadlines in 0 … 1, in any order; padded at the end with 0."""
    rng = np.random.default_rng(seed)

    def split(n):
        times = rng.uniform(size=(n, places))
        present = (np.arange(places) < rng.integers(3, places + 1, (n, 1))).astype("float32")
        times = times * present
        order = np.stack([by_deadline(*sample) for sample in zip(times, present, strict=True)])
        before = np.stack([taken_before(*sample) for sample in zip(times, order, strict=True)])
        inputs = {"times": times.astype("float32"), "present": present, "before": before.astype("float32")}
        return inputs, order.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
