import numpy as np


def load_mine(rows, seed):
    """Rows of six skewed numbers and what is asked of them: steps, a notch, and a product.

    Args:
        rows: of all splits.
        seed: of the draw.

    Returns:
        The splits; inputs raw, targets standardised by the training rows.
    """
    rng = np.random.default_rng(seed)
    x = np.exp(rng.normal(0, 0.9, (rows, 6)))
    x[:, 3:] = rng.uniform(0, 100, (rows, 3))
    y = 1.5 * (x[:, 0] > 1.4) - 1.0 * (x[:, 1] < 0.5) + np.sin(x[:, 3] / 5)
    y += 1.2 * (np.abs(x[:, 4] - 40) < 8) + 0.8 * (x[:, 2] > 1) * (x[:, 5] > 50) + rng.normal(0, 0.4, rows)
    cut = [int(0.7 * rows), int(0.85 * rows)]
    mean, std = y[: cut[0]].mean(), y[: cut[0]].std()
    xs = np.split(x.astype("float32"), cut)
    ys = np.split(((y - mean) / std)[:, None].astype("float32"), cut)
    return dict(zip(["train", "validation", "test"], zip(xs, ys, strict=True), strict=True))


def quantile_edges(bins, **load):
    """Edges of each column's bins at quantiles of the training rows, as Section 3.2.1: (columns, bins + 1)."""
    x, _ = load_mine(**load)["train"]
    return np.quantile(x, np.linspace(0, 1, bins + 1), axis=0).T.astype("float32")
