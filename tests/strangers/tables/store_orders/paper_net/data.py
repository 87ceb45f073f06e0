import numpy as np


def load_mine(days, past, ahead, seed):
    """Windows of one shop's log orders; validation and test are its last days, without overlap.

    Args:
        days: how many were recorded.
        past: days shown.
        ahead: days asked for.
        seed: of the draw.

    Returns:
        The splits; history and targets are less the mean of the window's own history, channel by channel.
    """
    rng = np.random.default_rng(seed)
    day = np.arange(days)
    week = rng.normal(0, 0.35, (7, 4))
    promotion = (rng.random(days) < 0.12).astype(float)
    holiday = (rng.random(days) < 0.04).astype(float)
    level = np.cumsum(rng.normal(0, 0.03, (days, 4)), axis=0) + 4.5
    level += 0.2 * np.sin(2 * np.pi * day / 365)[:, None]
    swing = np.zeros((days, 4))
    for t in range(1, days):  # a busy day is followed by others, first online, then in the shop
        swing[t] = 0.6 * np.roll(swing[t - 1], 1) + rng.normal(0, 0.15, 4)
    log = level + week[day % 7] + swing
    log += np.outer(promotion, [0.5, 0.8, 0.2, 0.1]) + np.outer(holiday, [-2.0, 0.4, -0.5, 0.0])
    orders = rng.poisson(np.exp(log))
    log = np.log1p(orders)
    calendar = np.concatenate([np.eye(7)[day % 7], promotion[:, None], holiday[:, None]], axis=1)

    starts = np.arange(days - past - ahead + 1)
    window = starts[:, None] + np.arange(past + ahead)
    values = log[window]  # (n, past + ahead, 4)
    values = values - values[:, :past].mean(axis=1, keepdims=True)
    history, target = values[:, :past].astype("float32"), values[:, past:].astype("float32")
    coming = calendar[window[:, past:]].astype("float32")
    gap = past + ahead
    a, b = int(0.7 * days), int(0.85 * days)
    rows = {"train": starts[: a - gap], "validation": starts[a : b - gap], "test": starts[b:]}
    return {split: ({"history": history[i], "calendar": coming[i]}, target[i]) for split, i in rows.items()}
