import numpy as np


def load_mine(peaks, length, seed):
    """Peaks with motifs of two factors, each of which leaves a footprint; training sees both orientations of a peak."""
    rng = np.random.default_rng(seed)
    motifs = ("TGACTCAG", 1.0, 9), ("GATTGCATC", 0.5, 4)  # word, strength, how far upstream its reads of + pile up
    x = rng.integers(0, 4, (peaks, length))
    rate = np.full((peaks, length, 2), 0.05)
    place = np.arange(length)
    for word, strength, reach in motifs:
        letters = np.array(["ACGT".index(letter) for letter in word])
        for peak in range(peaks):
            for _ in range(rng.integers(0, 3)):
                start, forward = rng.integers(15, length - 25), rng.random() < 0.5
                x[peak, start : start + len(word)] = letters if forward else 3 - letters[::-1]
                middle = start + len(word) / 2 - 0.5
                up, down = (reach, 2.5) if forward else (2.5, reach)  # sharp on one side, the mark of its direction
                rate[peak, :, 0] += strength * 3 * np.exp(-0.5 * ((place - middle + up) / 1.5) ** 2)
                rate[peak, :, 1] += strength * 3 * np.exp(-0.5 * ((place - middle - down) / 1.5) ** 2)
    reads = rng.poisson(rate * rng.gamma(20, 1 / 20, (peaks, 1, 1))).astype("float32")
    x = np.eye(4, dtype="float32")[x]
    chromosome = rng.integers(1, 20, peaks)
    parts = {"train": chromosome <= 13, "validation": (chromosome > 13) & (chromosome <= 16), "test": chromosome > 16}
    splits, groups = {}, {}
    for split, rows in parts.items():
        seq, counts, of = x[rows], reads[rows], chromosome[rows]
        if split == "train":
            seq, counts = both_strands(seq, counts)
            of = np.concatenate([of, of])
        splits[split] = (seq, {"profile": counts, "total": np.log1p(counts.sum(axis=1))})
        groups[split] = of
    return {**splits, "groups": groups}


def both_strands(seq, counts):
    """Adds the reverse complements: letters and positions reversed, the strands change places."""
    return np.concatenate([seq, seq[:, ::-1, ::-1]]), np.concatenate([counts, counts[:, ::-1, ::-1]])
