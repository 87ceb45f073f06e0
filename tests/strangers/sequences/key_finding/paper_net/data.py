import numpy as np

MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88]  # Krumhansl & Kessler 1982
MINOR = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]


def load_mine(samples, beats, copies, seed):
    """Pieces as the pitch classes that sound at each beat, and their keys; those of training in some transpositions."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in samples.items():
        key = rng.integers(0, 24, count)
        pieces = np.stack([piece(k, beats, rng) for k in key])  # (n, beats, 12)
        if split == "train":
            moved = [
                transposed(p, k, by) for p, k in zip(pieces, key, strict=True) for by in rng.integers(0, 12, copies)
            ]
            pieces, key = (np.stack(part) for part in zip(*moved, strict=True))
        splits[split] = (pieces.astype("float32"), key.astype("int32"))
    return splits


def piece(key, beats, rng):
    """Three notes a beat, drawn as often as they occur in the key."""
    share = np.roll(np.square(MAJOR if key < 12 else MINOR), key % 12)
    notes = rng.choice(12, (beats, 3), p=share / share.sum())
    return np.eye(12)[notes].max(axis=1)


def transposed(piece, key, by):
    """A piece (beats, 12) `by` semitones higher, and its key: 0 to 11 C major to B major, 12 to 23 C minor to B minor."""
    return np.roll(piece, by, axis=1), key // 12 * 12 + (key % 12 + by) % 12
