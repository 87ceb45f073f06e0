import numpy as np


def padded(sequences, length):
    """Sequences of different length as rows; a gap of 0, which never occurs, fills them up."""
    rows = np.zeros((len(sequences), length), "float32")
    for row, sequence in zip(rows, sequences, strict=True):
        row[: len(sequence)] = sequence
    return rows


def shifted(gaps):
    """What is known before each event: the gap before it; 0 before the first."""
    gaps = np.asarray(gaps)
    return np.concatenate([np.zeros_like(gaps[:, :1]), gaps[:, :-1]], axis=1)


def hawkes(rng, events, base, jump, decay):
    """The gaps of a Hawkes process with an exponential kernel, by thinning."""
    gaps, excited, waited = [], 0.0, 0.0
    while len(gaps) < events:
        bound = base + excited
        step = rng.exponential(1 / bound)
        waited += step
        excited *= np.exp(-decay * step)
        if rng.uniform() * bound <= base + excited:
            gaps.append(waited)
            excited += jump
            waited = 0.0
    return gaps


def load_sequences(train, validation, test, longest, seed):
    """Sequences of 15 … longest events that call forth further ones."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in (("train", train), ("validation", validation), ("test", test)):
        sequences = [hawkes(rng, rng.integers(15, longest + 1), 0.3, 1.6, 2.0) for _ in range(number)]
        gaps = padded(sequences, longest)
        splits[split] = (shifted(gaps), gaps)
    return splits
