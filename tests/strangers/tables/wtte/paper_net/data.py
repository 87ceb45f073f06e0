import numpy as np


def shifted(events):
    """What is known when a week begins: whether something happened in the week before."""
    return np.concatenate([[0], events[:-1]])


def weeks_to_event(events):
    """At each week the weeks until the next event, 0 in its own, and whether it is seen; else until the last week."""
    weeks, seen = np.zeros(len(events), int), np.zeros(len(events), int)
    for t in range(len(events)):
        ahead = np.flatnonzero(events[t:])
        seen[t] = len(ahead) > 0
        weeks[t] = ahead[0] if len(ahead) else len(events) - 1 - t
    return weeks, seen


def purchases(random, weeks, rhythm):
    """A customer's weeks, 1 where something is bought; the gaps are Weibull's."""
    events = np.zeros(weeks, int)
    t = random.integers(0, 6)
    while t < weeks:
        events[t] = 1
        t += 1 + int(rhythm * random.weibull(3.0))
    return events


def load_mine(seed, customers, longest):
    """Customers' histories of different length, filled up behind their end, as the third number of a target tells."""
    random = np.random.default_rng(seed)
    inputs = np.zeros((customers, longest, 2), "float32")
    targets = np.zeros((customers, longest, 3), "float32")
    for i in range(customers):
        length = random.integers(longest // 2, longest + 1)
        size = random.normal()
        events = purchases(random, length, np.exp(1.8 + 0.3 * size + 0.3 * random.normal()))
        inputs[i, :length] = np.stack([shifted(events), np.full(length, size)], axis=1)
        weeks, seen = weeks_to_event(events)
        targets[i, :length] = np.stack([weeks, seen, np.ones(length)], axis=1)
    a, b = int(0.6 * customers), int(0.8 * customers)
    cuts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    return {split: (inputs[cut], targets[cut]) for split, cut in cuts.items()}
