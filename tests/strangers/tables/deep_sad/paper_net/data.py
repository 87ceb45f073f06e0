import numpy as np


def load_mine(usual, marked, polluted, seed):
    """Readings of a machine's sensors that hang together, and faults, in which they do not.

    Args:
        usual: samples of the training split that are not marked.
        marked: faults of the training split that are marked as such, of one kind.
        polluted: share of faults among what is not marked.
        seed: of what is drawn.

    Returns:
        The splits, each (readings (n, 12), 1 where a fault is known (n, 1)). Validation and test have faults of three
        kinds, and all are known.
    """
    draw = np.random.default_rng(seed)
    first, second = draw.normal(size=(3, 8)), draw.normal(size=(8, 12))

    def healthy(n):
        return np.tanh(draw.normal(size=(n, 3)) @ first) @ second + 0.1 * draw.normal(size=(n, 12))

    def faulty(n, kinds):
        x, kind = healthy(n), draw.choice(kinds, n)
        other = healthy(n)
        x[kind == 0, :4] = other[kind == 0, :4]  # some sensors report another moment
        x[kind == 1] += 1.2 * draw.normal(size=((kind == 1).sum(), 12))  # all are noisy
        stuck = draw.integers(0, 12, n)
        rows = np.flatnonzero(kind == 2)
        x[rows, stuck[rows]] = 4.0  # one is stuck
        return x

    def split(well, ill):
        x = np.concatenate([healthy(well), faulty(ill, [0, 1, 2])])
        return x, np.repeat([0, 1], [well, ill])

    dirty = int(polluted * usual)
    x = np.concatenate([healthy(usual - dirty), faulty(dirty, [0, 1, 2]), faulty(marked, [0])])
    train = x, np.repeat([0, 1], [usual, marked])
    mean, std = x.mean(axis=0), x.std(axis=0)
    return {
        name: (((x - mean) / std).astype("float32"), y[:, None].astype("int32"))
        for name, (x, y) in {"train": train, "validation": split(450, 150), "test": split(450, 150)}.items()
    }
