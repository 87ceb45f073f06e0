import numpy as np


def load_mine(days, stations, seed):
    """Temperatures at stations, and the ensemble's forecasts of them; each station has an error of its own."""
    rng = np.random.default_rng(seed)
    bias = rng.normal(0, 2, stations)  # degrees: of height, mostly
    swing = rng.normal(0, 1.5, stations)  # degrees: of the season
    noise = rng.uniform(0.7, 2, stations)  # what no forecast tells
    splits, groups, first = {}, {}, 0
    for split, count in days.items():
        day = first + np.arange(count)
        first += count
        season = np.sin(2 * np.pi * day / 365)
        truth = 8 + 8 * season[:, None] + rng.normal(0, 4, (count, stations))
        spread = rng.uniform(0.5, 2.5, (count, 1)) * np.ones(stations)
        mean = truth + rng.normal(0, 1, truth.shape) * spread  # the ensemble's
        observed = truth + bias + swing * season[:, None] + rng.normal(0, 1, truth.shape) * noise
        station = np.broadcast_to(np.arange(stations), truth.shape)
        forecast = predictors(mean.ravel(), spread.ravel(), np.repeat(day, stations))
        splits[split] = (
            {"station": station.ravel().astype("int32"), "forecast": forecast},
            observed.ravel().astype("float32"),
        )
        groups[split] = np.repeat(day, stations)
    return {**splits, "groups": groups}


def predictors(mean, spread, day):
    """Mean and spread of the ensemble, about one in size, and the season as a point on a circle."""
    angle = 2 * np.pi * np.asarray(day) / 365
    return np.stack([(np.asarray(mean) - 8) / 8, np.asarray(spread), np.sin(angle), np.cos(angle)], axis=-1).astype(
        "float32"
    )
