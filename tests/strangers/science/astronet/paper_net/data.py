import numpy as np


def load_mine(seed, wide, narrow, noise, train, held_out):
    """Light curves of stars with a periodic dimming, folded at its period, and whether a planet makes it."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        stars = [star(rng, wide, narrow, noise) for _ in range(size)]
        views = {"wide": np.stack([s[0] for s in stars]), "narrow": np.stack([s[1] for s in stars])}
        splits[split] = (views, np.array([[s[2]] for s in stars], "int32"))
    return splits


def star(rng, wide, narrow, noise):
    """A star's two views, and 1 for a planet, 0 for an eclipsing binary."""
    planet = rng.integers(2)
    period, duration, depth = rng.uniform(2, 10), rng.uniform(0.15, 0.3), rng.uniform(0.5, 1.5)
    time = np.arange(0, 60, 0.04)  # days
    epoch = rng.uniform(0, period)
    phase = folded(time, period, epoch)
    flux = -depth * dimming(phase, duration, flat=rng.uniform(0.5, 0.8) if planet else rng.uniform(0, 0.3))
    if not planet:  # the smaller star behind the larger one, half a period later
        flux -= rng.uniform(0, 0.5) * depth * dimming(folded(time, period, epoch + period / 2), duration, 0.2)
    flux += rng.normal(0, noise, len(time))
    views = binned(phase, flux, -period / 2, period / 2, wide), binned(phase, flux, -duration, duration, narrow)
    return *(scaled(view)[:, None].astype("float32") for view in views), planet


def folded(time, period, epoch):
    """Time since the nearest dimming, from -period / 2 up to period / 2."""
    return (time - epoch + period / 2) % period - period / 2


def dimming(phase, duration, flat):
    """1 for a share `flat` of the duration, falling off in a straight line to 0 at either end."""
    return np.clip((duration / 2 - np.abs(phase)) / (duration / 2 * (1 - flat)), 0, 1)


def binned(phase, flux, low, high, bins):
    """The mean flux of each bin of phase; 0 where there is none."""
    place = np.floor((phase - low) / (high - low) * bins).astype(int)
    inside = (place >= 0) & (place < bins)
    total = np.bincount(place[inside], flux[inside], bins)
    return total / np.maximum(np.bincount(place[inside], minlength=bins), 1)


def scaled(view):
    """Median 0 and minimum -1."""
    view = view - np.median(view)
    return view / np.abs(view.min())
