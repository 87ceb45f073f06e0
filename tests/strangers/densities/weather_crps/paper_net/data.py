import numpy as np


def load_mine(stations, days, members, seed):
    """Forecasts of the temperature, and what was then observed.

    Args:
        stations, days, members: how many; the ensemble is biased at each station and too sure of itself.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    altitude, coast = rng.uniform(0, 2, stations), (rng.random(stations) < 0.3).astype(float)
    local = rng.normal(0, 1.2, stations) - 0.8 * altitude  # the model's error at each station
    angle = 2 * np.pi * np.arange(days)[:, None] / 365.25
    regime = np.zeros((days, stations))  # errors that last for some days
    for day in range(1, days):
        regime[day] = 0.6 * regime[day - 1] + rng.normal(0, 0.8, stations)
    predicted = 10 - 6 * altitude - 9 * (1 - 0.4 * coast) * np.cos(angle) + rng.normal(0, 3, (days, stations))
    spread = 0.5 + rng.gamma(3, 0.25, (days, stations)) * (1 - 0.3 * coast)
    observed = predicted + local * (1 + 0.5 * np.cos(angle)) + regime + 1.5 * spread * rng.normal(size=spread.shape)
    ensemble = predicted[..., None] + spread[..., None] * rng.normal(size=(days, stations, members))
    mean, deviation = ensemble.mean(-1), ensemble.std(-1)
    error = observed - mean
    lately = np.mean([np.roll(error, lag, axis=0) for lag in range(1, 6)], axis=0)  # of the last five days

    over = np.broadcast_to
    columns = [mean, deviation, over(altitude, mean.shape), over(np.sin(angle), mean.shape)]
    columns += [over(np.cos(angle), mean.shape), lately, over(coast, mean.shape)]
    x = np.stack(columns, axis=-1)[5:].astype("float32")  # without the first days, whose past is not known
    place = over(np.arange(stations), mean.shape)[5:].astype("int32")
    y = observed[5:, :, None].astype("float32")
    first, second = int(0.6 * len(x)), int(0.8 * len(x))
    centre, scale = x[:first].mean((0, 1)), x[:first].std((0, 1))
    x = (x - centre) / scale

    def part(rows):
        inputs = {"forecast": x[rows].reshape(-1, x.shape[-1]), "station": place[rows].reshape(-1)}
        return inputs, y[rows].reshape(-1, 1)

    return {
        "train": part(slice(0, first)),
        "validation": part(slice(first, second)),
        "test": part(slice(second, None)),
    }
