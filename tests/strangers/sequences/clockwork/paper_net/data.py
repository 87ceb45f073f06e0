import numpy as np


def load_mine(speakers, each, frames, seed):
    """Words of three phones; the families of four words differ in their first two phones only.

    Returns:
        The splits, the speakers of each another, and the `groups`: the speaker of each utterance.
    """
    rng = np.random.default_rng(seed)
    phones = rng.normal(size=(5, 10))
    words = np.array([[a, b, end] for end in (3, 4) for a, b in ((0, 1), (1, 0), (2, 0), (0, 2))])  # (8, 3)
    xs, ys, who = [], [], []
    for speaker in range(speakers):
        voice = rng.normal(0, 0.4, 10)
        pace = rng.uniform(0.85, 1.15)
        for word in np.repeat(np.arange(len(words)), each):
            borders = np.array([0.3, 0.6]) * frames * pace + rng.normal(0, 1.2, 2)
            place = (np.arange(frames)[:, None] > borders).sum(axis=1)
            x = phones[words[word][place]] + voice + rng.normal(0, 0.9, (frames, 10))
            xs.append(x)
            ys.append(word)
            who.append(speaker)
    xs, ys, who = np.array(xs, "float32"), np.array(ys, "int32"), np.array(who)
    order = rng.permutation(speakers)
    parts = {"train": order[: speakers * 2 // 3], "validation": order[speakers * 2 // 3 : speakers * 5 // 6]}
    parts["test"] = order[speakers * 5 // 6 :]
    rows = {split: np.flatnonzero(np.isin(who, chosen)) for split, chosen in parts.items()}
    mean, std = xs[rows["train"]].mean(axis=(0, 1)), xs[rows["train"]].std(axis=(0, 1))
    splits = {split: ((xs[row] - mean) / std, ys[row]) for split, row in rows.items()}
    return {**splits, "groups": {split: who[row] for split, row in rows.items()}}
