import numpy as np


def load_mine(speakers, each, seed):
    """Utterances of 48 frames; bands are standardized by the training speakers."""
    rng = np.random.default_rng(seed)
    frames, bands, phones = 48, 12, 8
    centres = rng.normal(0, 1, (phones, bands))
    follows = np.argsort(rng.random((phones, phones)), axis=1)[:, :2]  # two phones may follow each
    xs, who = [], []
    for speaker in range(speakers):
        tilt = rng.normal(0, 0.3) * np.linspace(-1, 1, bands) + rng.normal(0, 0.15, bands)
        for _ in range(each):
            phone, track = rng.integers(phones), []
            while len(track) < frames + 6:
                track += [centres[phone]] * int(rng.integers(5, 8))
                phone = follows[phone, int(rng.random() < 0.2)]
            track = np.array(track)
            smooth = sum(track[i : i + frames] for i in range(4)) / 4
            xs.append(smooth + tilt + rng.normal(0, 0.25, (frames, bands)))
            who.append(speaker)
    xs, who = np.array(xs, "float32"), np.array(who)
    borders = {"train": (0, 45), "validation": (45, 60), "test": (60, speakers)}
    rows = {split: np.flatnonzero((who >= a) & (who < b)) for split, (a, b) in borders.items()}
    mean, std = xs[rows["train"]].mean(axis=(0, 1)), xs[rows["train"]].std(axis=(0, 1))
    splits = {split: ((xs[row] - mean) / std, None) for split, row in rows.items()}
    return {**splits, "groups": {split: who[row] for split, row in rows.items()}}
