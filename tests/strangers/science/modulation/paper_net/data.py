import numpy as np

KINDS = ["bpsk", "qpsk", "pam4", "fsk"]


def load_mine(train, held_out, symbols, decibels, seed):
    """Radio bursts at complex baseband, each of one modulation, a phase, a small frequency offset and noise of its own.

    Args:
        train: bursts to learn from.
        held_out: bursts of the validation and of the test, each.
        symbols: of a burst, of four values each.
        decibels: ratio of signal to noise.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in {"train": train, "validation": held_out, "test": held_out}.items():
        kinds = rng.integers(len(KINDS), size=count)
        records = np.stack([burst(KINDS[kind], symbols, decibels, rng) for kind in kinds])  # as the receiver stores it
        splits[split] = as_sequence(records), kinds.astype("int32")
    return splits


def burst(kind, symbols, decibels, rng):
    """Rows I and Q of one burst, (2, 4 symbols), of power 1."""
    drawn = rng.integers(4, size=symbols)
    if kind == "fsk":
        x = np.exp(1j * np.cumsum(np.repeat(np.pi / 8 * (2 * (drawn % 2) - 1), 4)))
    else:
        points = {"bpsk": [1, -1, 1, -1], "qpsk": [1, 1j, -1, -1j], "pam4": np.array([-3, -1, 1, 3]) / np.sqrt(5)}
        x = np.convolve(np.repeat(np.array(points[kind])[drawn], 4), [0.25, 0.5, 0.25], mode="same")
    time = np.arange(4 * symbols)
    x = x * np.exp(1j * (rng.uniform(0, 2 * np.pi) + rng.normal(0, 0.01) * time))
    x = x / np.sqrt(np.mean(abs(x) ** 2))
    x = x + (rng.normal(size=x.shape) + 1j * rng.normal(size=x.shape)) * np.sqrt(10 ** (-decibels / 10) / 2)
    return np.stack([x.real, x.imag])


def as_sequence(records):
    """Records (n, 2, time), rows I and Q → (n, time, 2), I and Q of each time."""
    return np.asarray(records).transpose(0, 2, 1).astype("float32")
