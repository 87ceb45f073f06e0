import numpy as np


def load_mine(clicks, seed):
    """Clicks, whether they were followed by a sale when the log was read, and the time.

    The training log is read while the campaign runs, up to 10 days after a click. Those of validation and test are
    read 60 days after it, when all that will be sold has been.

    Args:
        clicks: of all splits.
        seed: of the draw.

    Returns:
        The splits; targets are (sold, days): the delay of a sale, or else the time since the click.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(clicks, 5))
    p = 1 / (1 + np.exp(-(x @ [1.4, -1.0, 0.6, 0.0, 0.0] - 0.8)))
    rate = np.exp(x @ [-0.5, 0.0, 0.0, 0.6, 0.0] - 1.6)  # of sales a day: five days on average, or more
    will = rng.random(clicks) < p
    delay = rng.exponential(1 / rate)
    cut = [int(0.6 * clicks), int(0.8 * clicks)]
    elapsed = np.full(clicks, 60.0)
    elapsed[: cut[0]] = rng.uniform(0, 10, cut[0])
    sold = will & (delay <= elapsed)
    y = np.stack([sold, np.where(sold, delay, elapsed)], axis=1)
    pairs = zip(np.split(x.astype("float32"), cut), np.split(y.astype("float32"), cut), strict=True)
    return dict(zip(["train", "validation", "test"], pairs, strict=True))
