import numpy as np


def day_ahead(load, day):
    """What is known at midnight before `day` of a load by the hour: the two days before; and what is foretold."""
    load = np.asarray(load)
    return load[24 * (day - 2) : 24 * day], load[24 * day : 24 * (day + 1)]


def weekday(day):
    """Monday first, one of seven; day 0 is a Monday."""
    return np.eye(7, dtype="float32")[day % 7]


def standardized(values, reference):
    """In deviations from the mean of `reference`, the years that are learnt from."""
    reference = np.asarray(reference)
    return (np.asarray(values) - reference.mean()) / reference.std()


def load_mine(seed, days):
    """The load of one town by the hour: habits of the hour and the weekday, heating, and weather that lasts."""
    draw = np.random.default_rng(seed)
    number = sum(days.values()) + 2
    hour = np.arange(24 * number)
    slow = np.zeros(number)
    for day in range(1, number):
        slow[day] = 0.8 * slow[day - 1] + 2 * draw.normal()
    temperature = (
        10 - 9 * np.cos(2 * np.pi * hour / 8760) - 3 * np.cos(2 * np.pi * (hour - 3) / 24) + np.repeat(slow, 24)
    )
    free = (hour // 24) % 7 >= 5
    habit = 60 * np.sin(np.pi * ((hour % 24) - 5) / 19) * (hour % 24 >= 5) * np.where(free, 0.6, 1.0)
    rest = np.zeros(len(hour))
    for t in range(1, len(hour)):
        rest[t] = 0.9 * rest[t - 1] + 4 * draw.normal()
    load = 300 + habit + 5 * np.maximum(15 - temperature, 0) + 4 * np.maximum(temperature - 20, 0) + rest
    learnt = 24 * (days["train"] + 2)
    load, temperature = standardized(load, load[:learnt]), standardized(temperature, temperature[:learnt])
    splits, day = {}, 2
    for split, size in days.items():
        of = range(day, day + size)
        pairs = [day_ahead(load, number) for number in of]
        inputs = {
            "past": np.stack([past for past, _ in pairs]).astype("float32"),
            "temperature": temperature[24 * (day - 1) : 24 * (day + size)].astype("float32"),
            "weekday": np.stack([weekday(number) for number in of]),
        }
        # yesterday's temperatures, and those that are forecast
        hours = inputs["temperature"].reshape(-1, 24)
        inputs["temperature"] = np.concatenate([hours[:-1], hours[1:]], axis=1)
        splits[split] = (inputs, np.stack([ahead for _, ahead in pairs]).astype("float32"))
        day += size
    return splits
