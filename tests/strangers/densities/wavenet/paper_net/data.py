import numpy as np


def mu_law(waves, levels):
    """Samples within -1 … 1 to levels 0 … levels - 1, finer near 0: equation of Section 2.2, µ = levels - 1."""
    waves = np.asarray(waves, dtype="float64")
    mu = levels - 1
    squeezed = np.sign(waves) * np.log1p(mu * np.abs(waves)) / np.log1p(mu)
    return np.minimum((squeezed + 1) / 2 * levels, mu).astype("int32")


def next_sample(windows):
    """Of windows one longer than the network reads: what it reads, and what comes next."""
    windows = np.asarray(windows)
    return windows[:, :-1], windows[:, 1:]


def recording(rng, length):
    """A hummed note: a pitch, a timbre and a vibrato of the singer's own, and breath."""
    time = np.arange(length)
    pitch = rng.uniform(0.02, 0.06)
    phase = 2 * np.pi * (pitch * time + 0.5 * np.sin(2 * np.pi * time * rng.uniform(0.002, 0.005)))
    harmonics = rng.dirichlet([2.0, 1.0, 1.0, 1.0])
    wave = sum(share * np.sin((k + 1) * phase + rng.uniform(0, 6.28)) for k, share in enumerate(harmonics))
    return np.clip(0.9 * wave + 0.02 * rng.normal(size=length), -1, 1)


def load_hums(train, validation, test, length, window, hop, levels, seed):
    """Overlapping windows of hummed notes; a recording, and all its windows, goes to one split."""
    rng = np.random.default_rng(seed)
    windows, of = [], []
    for number in range(train + validation + test):
        sounds = mu_law(recording(rng, length), levels)
        for start in range(0, length - window, hop):
            windows.append(sounds[start : start + window + 1])
            of.append(number)
    windows, of = np.array(windows), np.array(of)
    part = np.searchsorted([train, train + validation], of, side="right")
    splits, groups = {}, {}
    for place, split in enumerate(("train", "validation", "test")):
        splits[split] = next_sample(windows[part == place])
        groups[split] = of[part == place]
    return {**splits, "groups": groups}
