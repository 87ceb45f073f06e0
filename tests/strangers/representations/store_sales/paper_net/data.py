import numpy as np

DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def calendar(days):
    """Weekday (0: Monday) and month (0: January) of days counted from a Monday, January 1; no leap years."""
    days = np.asarray(days)
    return days % 7, np.searchsorted(np.cumsum(DAYS_OF_MONTHS), days % 365, side="right")


def load_mine(seed, stores, days, validation_days, test_days):
    """Three years of sales, each shop on every fifth day or so; the last days are held out."""
    random = np.random.default_rng(seed)
    size, kind = random.normal(8.5, 0.5, stores), random.integers(0, 3, stores)
    week = np.array(
        [[0.2, 0, 0, 0, 0.1, 0.3, -0.6], [0.3, 0.2, 0.1, 0.2, 0.3, -0.4, -1.0], [-0.4, -0.3, -0.2, 0, 0.2, 0.5, 0.6]]
    )  # by kind and weekday
    season = np.array([0.0, 0.1, -0.3])[:, None] * np.cos(2 * np.pi * np.arange(12) / 12)  # by kind and month
    lift = random.uniform(0.1, 0.5, stores)
    store, day = np.nonzero(random.random((stores, days)) < 0.2)
    weekday, month = calendar(day)
    promotion = (random.random(len(day)) < 0.3).astype("float32")
    sales = size[store] + week[kind[store], weekday] + season[kind[store], month] + lift[store] * promotion
    sales = (sales + random.normal(0, 0.1, len(day))).astype("float32")
    inputs = {"store": store.astype("int32"), "weekday": weekday.astype("int32"), "month": month.astype("int32")}
    inputs["promotion"] = promotion[:, None]
    splits, end = {}, days
    for split, length in {"test": test_days, "validation": validation_days, "train": days}.items():
        chosen = (day < end) & (day >= end - length)
        splits[split] = ({name: value[chosen] for name, value in inputs.items()}, sales[chosen])
        end -= length
    return splits
