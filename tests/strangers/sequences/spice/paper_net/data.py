import numpy as np


def cut(spectrum, start, bins):
    """`bins` bins of a spectrum on a logarithmic axis, from `start` on: cut further up, a tone sounds lower."""
    return np.asarray(spectrum)[start : start + bins]


def pitch_within(pitch, start):
    """Where in a cut that begins at `start` the pitch lies."""
    return pitch - start


def load_mine(seed, tones, bins, span, noise):
    """Each tone of a voice in two cuts of its constant-Q spectrum: of the pitch between them only the step is known."""
    draw = np.random.default_rng(seed)
    axis = np.arange(bins + span)
    harmonics = 12 * np.log2(np.arange(1, 7))  # in semitones, one a bin, above the fundamental
    splits = {}
    for split, size in tones.items():
        first, second, starts, pitches = [], [], [], []
        for _ in range(size):
            pitch = draw.uniform(span + 4, span + 36)
            loudness = draw.uniform(0.6, 1.0, size=6) * 0.8 ** np.arange(6)
            peaks = np.exp(-0.5 * ((axis[:, None] - pitch - harmonics) / 0.8) ** 2)
            spectrum = peaks @ loudness + noise * np.abs(draw.normal(size=len(axis)))
            start = draw.integers(span + 1, size=2)
            first.append(cut(spectrum, start[0], bins))
            second.append(cut(spectrum, start[1], bins))
            starts.append(start)
            pitches.append(pitch_within(pitch, start[0]))
        starts = np.array(starts)
        inputs = {"first": np.array(first, "float32"), "second": np.array(second, "float32")}
        targets = {"step": (starts[:, 1] - starts[:, 0]).astype("float32"), "pitch": np.array(pitches, "float32")}
        splits[split] = (inputs, targets)
    return splits
