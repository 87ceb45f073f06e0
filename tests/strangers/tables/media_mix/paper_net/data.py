import numpy as np


def load_mine(regions, weeks, window, seed):
    """Weekly sales of regions, and what was spent on four media in the weeks before: it works on, and ever less of it.

    Args:
        regions: how many.
        weeks: of each, the last quarter of which is the validation and the test split.
        window: weeks of spending that come with one of sales, whose own is the last.
        seed: of what is drawn.

    Returns:
        The splits, each ({"spending": (n, window, 4), "context": (n, 4)}, sales (n, 1)), sales in units of their deviation.
    """
    draw = np.random.default_rng(seed)
    spent = draw.gamma(0.6, 1.5, (regions, weeks, 4)) * (draw.random((regions, weeks, 4)) < 0.4)
    carried = np.zeros_like(spent)
    for t in range(1, weeks):
        carried[:, t] = spent[:, t] + carried[:, t - 1] * [0.85, 0.6, 0.3, 0.7]
    works = carried**1.5 / (carried**1.5 + np.array([2.0, 1.0, 1.5, 3.0]) ** 1.5)
    price, size = draw.normal(size=(regions, weeks)), draw.normal(size=(regions, 1)).repeat(weeks, axis=1)
    angle = 2 * np.pi * np.arange(weeks) / 52 + np.zeros((regions, 1))
    sales = (
        works @ [1.5, 1.2, 0.8, 1.5]
        - 0.3 * price
        + 0.4 * size
        + 0.3 * np.cos(angle)
        + 0.15 * draw.normal(size=price.shape)
    )
    context = np.stack([price, size, np.cos(angle), np.sin(angle)], axis=-1)
    mean, std = sales[:, : weeks * 3 // 4].mean(), sales[:, : weeks * 3 // 4].std()

    def split(begin, end):
        here = range(begin, end)
        x = np.stack([spent[:, t - window + 1 : t + 1] for t in here], axis=1).reshape(-1, window, 4)
        c = np.stack([context[:, t] for t in here], axis=1).reshape(-1, 4)
        y = np.stack([sales[:, t] for t in here], axis=1).reshape(-1, 1)
        return {"spending": x.astype("float32"), "context": c.astype("float32")}, ((y - mean) / std).astype("float32")

    one, two = weeks * 3 // 4, weeks * 7 // 8
    return {"train": split(window, one), "validation": split(one, two), "test": split(two, weeks)}
