import numpy as np


class Windows:
    """Windows of a series, cut when they are asked for: (what was and what is planned, what then came).

    Args:
        series: rides and temperature, standardized, of each hour; (hours, 2).
        calendar: what is known of each hour beforehand; (hours, c).
        starts: the first hour of each window.
        past, future: hours that are seen, and that are forecast.
    """

    def __init__(self, series, calendar, starts, past, future):
        self.series, self.calendar, self.starts, self.past, self.future = series, calendar, starts, past, future

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, i):
        now = self.starts[i] + self.past
        seen, ahead = slice(self.starts[i], now), slice(now, now + self.future)
        return {"history": self.series[seen], "calendar": self.calendar[ahead]}, self.series[ahead, 0]


def load_mine(days, past, future, stride, seed):
    """Hired bicycles of a town, hour by hour: more by day, at rush hours of working days, and when it is warm.

    The hours are divided in their order, 70 % to learn from, 15 % to validate, 15 % to test; no window lies across.

    Returns:
        The splits, each Windows.
    """
    draw = np.random.default_rng(seed)
    hour = np.arange(24 * days)
    of_day, working = hour % 24, (hour // 24) % 7 < 5
    weather = np.zeros(days)
    for day in range(1, days):  # warm and cold days come in a row
        weather[day] = 0.8 * weather[day - 1] + draw.normal(0, 2.5)
    season = 8 * np.sin(2 * np.pi * (hour / 24 - 100) / 365)
    temperature = 12 + season + weather[hour // 24] + 4 * np.sin(2 * np.pi * (of_day - 9) / 24)
    rush = np.exp(-(((of_day - 8) / 1.5) ** 2)) + np.exp(-(((of_day - 17) / 2) ** 2))
    leisure = np.exp(-(((of_day - 14) / 4) ** 2))
    mean = (10 + 120 * np.where(working, rush, 0.8 * leisure)) * np.exp(0.03 * (temperature - 12))
    rides = draw.poisson(mean * np.exp(draw.normal(0, 0.1, len(hour))))

    series = np.stack([rides, temperature], axis=1).astype("float32")
    angle = 2 * np.pi * of_day / 24
    calendar = np.stack([np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle), working], axis=1).astype(
        "float32"
    )
    ends = [0, int(0.7 * len(hour)), int(0.85 * len(hour)), len(hour)]
    known = series[: ends[1]]
    series = (series - known.mean(axis=0)) / known.std(axis=0)
    return {
        name: Windows(series, calendar, np.arange(first, last - past - future + 1, stride), past, future)
        for name, first, last in zip(["train", "validation", "test"], ends[:-1], ends[1:], strict=True)
    }
