import numpy as np


def load_mine(peptides, longest, noise, seed):
    """Peptides, their charge, and the relative intensities of their b and y fragments in a toy spectrometer.

    Args:
        peptides: different ones, each measured at charge 2 and 3; 70 % to learn from, 15 % to validate, 15 % to test.
        longest: residues, at most; 0 fills a sequence up at its end.
        noise: deviation of the log intensity from one measurement to the next.
        seed: of what is drawn.

    Returns:
        The splits, of ({"sequence": …, "charge": …}, intensities), and the peptide of each sample.
    """
    draw = np.random.default_rng(seed)
    left, right = (
        draw.normal(0, 0.8, 21),
        draw.normal(0, 0.8, 21),
    )  # how easily the bond behind, before a residue breaks
    basic = draw.normal(0, 0.6, 21)
    sequence = draw.integers(1, 21, (peptides, longest))
    length = draw.integers(7, longest + 1, peptides)
    sequence[np.arange(longest) >= length[:, None]] = 0
    sequence, length = np.repeat(sequence, 2, 0), np.repeat(length, 2)
    charge = np.tile([2, 3], peptides)
    score = left[sequence[:, :-1]] + right[sequence[:, 1:]]  # (n, longest - 1)
    place = np.arange(1, longest) / length[:, None]
    pull = np.cumsum(basic[sequence], 1)[:, :-1] - 0.5 * basic[sequence].sum(1, keepdims=True)
    proton = 3 * (place - 0.6) + pull + 0.8 * (charge[:, None] == 3)  # where it goes: to b if positive
    share = 1 / (1 + np.exp(-proton))
    peaks = np.exp(score)[..., None] * np.stack([share, 1 - share], -1)  # (n, longest - 1, 2): b, y
    peaks = peaks * np.exp(noise * draw.normal(size=peaks.shape))
    intensities = relative(peaks, length)
    whole = np.repeat(np.arange(peptides), 2)
    cut = {"train": (0, 0.7), "validation": (0.7, 0.85), "test": (0.85, 1.0)}
    rows = {name: (whole >= a * peptides) & (whole < b * peptides) for name, (a, b) in cut.items()}
    splits = {
        name: (
            {"sequence": sequence[row].astype("int32"), "charge": (charge[row, None] == [2, 3]).astype("float32")},
            intensities[row],
        )
        for name, row in rows.items()
    }
    return {**splits, "groups": {name: whole[row] for name, row in rows.items()}}


def relative(peaks, length):
    """Peaks (n, bonds, 2) as shares of a spectrum's largest (n, bonds * 2), -1 where the peptide has no such bond."""
    peaks, length = np.asarray(peaks, "float32"), np.asarray(length)
    there = (np.arange(1, peaks.shape[1] + 1) < length[:, None])[..., None]  # (n, bonds, 1)
    peaks = np.where(there, peaks, 0)
    peaks = np.where(there, peaks / peaks.max(axis=(1, 2), keepdims=True), -1)
    return peaks.reshape(len(peaks), -1)
