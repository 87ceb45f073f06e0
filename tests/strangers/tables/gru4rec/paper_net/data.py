import numpy as np


def load_mine(sessions, items, length, seed):
    """Sessions in which a visitor stays within a few topics and goes on to neighbours of what was seen.

    Args:
        sessions: how many, 70 % of which are trained on.
        items: of the shop, numbered from 1.
        length: clicks shown.
        seed: of the draw.

    Returns:
        The splits, one sample for each click but the first, and the session of each sample.
    """
    rng = np.random.default_rng(seed)
    follow = rng.permutation(items)  # what is often clicked after an item
    after_two = rng.integers(items, size=(6, 6))  # what follows two topics in a row
    shown, clicked, whose = [], [], []
    for session in range(sessions):
        clicks = [int(rng.integers(items))]
        for _ in range(rng.integers(2, 10)):
            kind = rng.random()
            if kind < 0.45:
                item = follow[clicks[-1]]
            elif kind < 0.75:
                item = after_two[clicks[-1] % 6, clicks[max(len(clicks) - 2, 0)] % 6]
            else:
                item = int(60 * rng.random() ** 2)  # some are popular
            clicks.append(int(item))
        clicks = np.array(clicks) + 1
        for end in range(1, len(clicks)):
            past = clicks[max(0, end - length) : end]
            shown.append(np.pad(past, (length - len(past), 0)))
            clicked.append(clicks[end])
            whose.append(session)
    x, y, whose = (np.array(values, "int32") for values in (shown, clicked, whose))
    edges = np.searchsorted(whose, [int(0.7 * sessions), int(0.85 * sessions)])
    names = ["train", "validation", "test"]
    splits = dict(zip(names, zip(np.split(x, edges), np.split(y, edges), strict=True), strict=True))
    return {**splits, "groups": dict(zip(names, np.split(whose, edges), strict=True))}
