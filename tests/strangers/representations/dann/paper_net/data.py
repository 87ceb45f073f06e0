import numpy as np


def as_seen(label, labelled):
    """The label as training may see it: -1 where the spectrum has none."""
    return np.where(np.asarray(labelled) == 1, label, -1).astype("int32")


def spectra(draw, number, bands, domain):
    """Spectra of ripe (1) and unripe fruit by one of two instruments; the second one's lower half has another offset."""
    label = draw.integers(0, 2, number)
    x = draw.normal(0, 1, (number, bands))
    half = bands // 2
    sign = 2 * label[:, None] - 1
    x[:, half:] += 0.55 * sign
    x[:, :half] += 0.9 * sign if domain == 0 else 0.9
    return x.astype("float32"), label.astype("int32")


def load_mine(number, bands, seed):
    """Training: labelled spectra of the first instrument, unlabelled ones of the second; held out: of the second."""
    draw = np.random.default_rng(seed)
    source, label = spectra(draw, number, bands, 0)
    target, hidden = spectra(draw, number, bands, 1)
    domain = np.repeat([0, 1], number).astype("int32")
    x, y = np.concatenate([source, target]), np.concatenate([label, hidden])
    order = draw.permutation(2 * number)
    y = as_seen(y, 1 - domain)
    splits = {"train": (x[order], {"label": y[order], "domain": domain[order]})}
    for split in ("validation", "test"):
        x, y = spectra(draw, number // 2, bands, 1)
        splits[split] = (x, {"label": y, "domain": np.ones(len(y), "int32")})
    return splits
