import numpy as np


def load_mine(users, items, longest, seed):
    """What users took, in order: mostly a successor of the last item, at times one of the item before it.

    The last item of each user is for the test, the one before it for validation, the others to learn from.

    Args:
        users: how many.
        items: how many, numbered from 1; 0 fills a short history up, at its front.
        longest: history, without the two that are held out.
        seed: of what is drawn.

    Returns:
        The splits, each (items taken, the next ones), (n, longest - 1) both; where nothing is asked, the next one is 0.
    """
    draw = np.random.default_rng(seed)
    follow = draw.integers(1, items + 1, (2, items + 1, 2))
    taken = np.zeros((users, longest + 2), "int32")
    taken[:, :2] = draw.integers(1, items + 1, (users, 2))
    for t in range(2, longest + 2):
        back = (draw.random(users) < 0.3).astype(int)
        chosen = follow[back, taken[np.arange(users), t - 1 - back], draw.integers(0, 2, users)]
        taken[:, t] = np.where(draw.random(users) < 0.1, draw.integers(1, items + 1, users), chosen)
    start = draw.integers(0, longest - 4, users)
    taken[np.arange(longest + 2) < start[:, None]] = 0

    def last(end):
        inputs, targets = taken[:, end - longest : end - 1], np.zeros((users, longest - 1), "int32")
        targets[:, -1] = taken[:, end - 1]
        return inputs, targets

    targets = taken[:, 1:longest] * (taken[:, : longest - 1] > 0)
    return {
        "train": (taken[:, : longest - 1], targets),
        "validation": last(longest + 1),
        "test": last(longest + 2),
    }
