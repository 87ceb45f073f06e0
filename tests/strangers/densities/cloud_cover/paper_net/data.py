import numpy as np


def squeezed(share, size):
    """Shares of 0 … 1 without the ends, where a beta distribution has no density (Smithson and Verkuilen 2006)."""
    return (share * (size - 1) + 0.5) / size


def load_mine(days, seed):
    """The first days are learnt from; the later ones validate and test. Observers note the cover in hundredths."""
    rng = np.random.default_rng(seed)
    size = days + 1000
    station = rng.integers(0, 12, size)
    weather = rng.normal([70, 1013, 12, 5], [15, 8, 8, 2], (size, 4))
    moist, low, warm, wind = ((weather - [70, 1013, 12, 5]) / [15, 8, 8, 2]).T
    logit = 1.2 * moist - 0.8 * low - 0.6 * moist * warm + rng.normal(0, 1, 12)[station]
    mean, precision = 1 / (1 + np.exp(-logit)), np.exp(2 - 0.7 * wind)
    cover = squeezed(np.round(rng.beta(mean * precision, (1 - mean) * precision), 2), 100)
    centre, spread = weather[:days].mean(axis=0), weather[:days].std(axis=0)
    x = {"station": station.astype("int32"), "weather": ((weather - centre) / spread).astype("float32")}
    y = cover[:, None].astype("float32")

    def split(first, last):
        return {name: of[first:last] for name, of in x.items()}, y[first:last]

    return {"train": split(0, days), "validation": split(days, days + 500), "test": split(days + 500, size)}
