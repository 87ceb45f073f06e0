import numpy as np

COLOUR_NOISE = 0.25


def to_unit(redshifts, lowest, highest):
    """The interval lowest … highest as 0 … 1, where the cosine basis lives."""
    return (redshifts - lowest) / (highest - lowest)


def colours_of(redshifts):
    """Five colours along redshift; the 4000 Å break is taken for the Lyman break, so that two redshifts look alike."""
    z = redshifts[:, None]
    wavelengths = np.array([0.8, 1.4, 2.0, 2.6, 3.2])
    return 0.6 * np.sin(2 * np.abs(z - 1.0) * wavelengths) + 0.15 * z * np.linspace(0, 1, 5)


def load_galaxies(train, validation, test, seed):
    """Galaxies by five noisy colours, and their redshifts."""
    rng = np.random.default_rng(seed)
    number = train + validation + test
    redshifts = rng.gamma(4.0, 0.2, number)
    colours = colours_of(redshifts) + COLOUR_NOISE * rng.normal(size=(number, 5))
    seen = redshifts[:train]
    lowest, highest = seen.min(), seen.max()
    splits, begin = {}, 0
    for split, size in (("train", train), ("validation", validation), ("test", test)):
        rows = slice(begin, begin + size)
        unit = np.clip(to_unit(redshifts[rows], lowest, highest), 0, 1)
        splits[split] = (colours[rows].astype("float32"), unit.astype("float32"))
        begin += size
    return splits
