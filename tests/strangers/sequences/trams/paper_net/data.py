import numpy as np


class Windows:
    """Windows of all stops, cut when asked for: source[i] is (inputs, target) of one of them."""

    def __init__(self, series, calendar, places, lookback, horizon):
        self.series, self.calendar, self.places = series, calendar, places
        self.lookback, self.horizon = lookback, horizon

    def __len__(self):
        return len(self.places)

    def __getitem__(self, i):
        stop, hour = self.places[i]  # the first hour to come
        past = self.series[hour - self.lookback : hour, stop, None]
        ahead = slice(hour, hour + self.horizon)
        return {"past": past, "stop": np.int32(stop), "calendar": self.calendar[ahead]}, self.series[ahead, stop]


def load_mine(days, lookback, horizon, seed):
    """Counts with rush hours, weekends, weather and holidays; the last fifths of the time are validation and test."""
    rng = np.random.default_rng(seed)
    hours, stops = 24 * days, 12
    t = np.arange(hours)
    weekend = (t // 24 % 7 >= 5).astype(float)
    weather = np.zeros(hours)
    for i in range(1, hours):
        weather[i] = 0.97 * weather[i - 1] + rng.normal(0, 0.08)
    holidays = np.repeat(np.convolve(rng.random(days) < 0.03, np.ones(4))[:days] > 0, 24)  # a few days off
    size, commuters = rng.uniform(2.5, 4.5, stops), rng.uniform(0.3, 1.5, stops)
    hour = (t % 24)[:, None]
    rush = np.exp(-(((hour - 8) / 1.5) ** 2)) + np.exp(-(((hour - 17) / 2) ** 2))
    off = np.maximum(weekend, holidays)[:, None]
    wander = np.cumsum(rng.normal(0, 0.01, (hours, stops)), axis=0)
    rate = size + commuters * rush * (1 - 0.8 * off) + 0.7 * np.cos(2 * np.pi * (hour - 14) / 24) - 0.4 * off
    rate = rate + rng.uniform(-0.8, 0.8, stops) * weather[:, None] + wander
    series = np.log1p(rng.poisson(np.exp(rate)))
    first, second = int(0.6 * hours), int(0.8 * hours)
    series = ((series - series[:first].mean()) / series[:first].std()).astype("float32")
    angle = 2 * np.pi * t / 24
    calendar = np.stack([np.sin(angle), np.cos(angle), weekend], axis=-1).astype("float32")

    def windows(begin, end):
        starts = range(begin + lookback, end - horizon + 1, 3)
        places = [(stop, hour) for hour in starts for stop in range(stops)]
        return Windows(series, calendar, places, lookback, horizon)

    return {"train": windows(0, first), "validation": windows(first, second), "test": windows(second, hours)}
