import numpy as np


def load_mine(days, history, seed):
    """Hourly rides of members and of casual riders in a drawn town, by weather and calendar; split by time.

    Args:
        days: of the whole series; its last fifth is the test, the fifth before the validation.
        history: hours that are seen before the one that is forecast.
        seed: of what is drawn.

    Returns:
        The splits, each ({"recent": (n, history, 4), "calendar": (n, 26)}, {"member": (n, 1), "casual": (n, 1)}).
    """
    draw = np.random.default_rng(seed)
    hours = np.arange(24 * days)
    hour, weekend = hours % 24, (hours // 24 % 7 >= 5).astype(float)
    mood, front = np.zeros(len(hours)), np.zeros(len(hours))
    for t in range(1, len(hours)):
        mood[t] = 0.9 * mood[t - 1] + 0.12 * draw.normal()
        front[t] = 0.97 * front[t - 1] + 0.5 * draw.normal()
    warmth = 12 + 8 * np.sin(2 * np.pi * hours / 24 / 180) + 4 * np.sin(2 * np.pi * (hour - 9) / 24) + front
    bump = lambda at, wide: np.exp(-(((hour - at) / wide) ** 2))  # noqa: E731
    member = (1 - weekend) * (bump(8, 1.5) + bump(17.5, 2)) + weekend * 0.5 * bump(14, 4)
    casual = (0.3 + 0.7 * weekend) * bump(15, 4) * np.clip(warmth / 20, 0.1, 1.5)
    member, casual = (4 + 60 * member) * np.exp(mood + 0.01 * warmth), (1 + 40 * casual) * np.exp(1.5 * mood)
    rates = {"member": member, "casual": casual}
    rides = {name: draw.poisson(rate).astype("float32") for name, rate in rates.items()}

    logs = [np.log1p(each) / 4 for each in rides.values()]
    recent = np.stack([*logs, warmth / 20, weekend], axis=1).astype("float32")
    calendar = np.concatenate([np.eye(24)[hour], weekend[:, None], warmth[:, None] / 20], axis=1).astype("float32")

    def windows(first, last):
        target = np.arange(first + history, last)  # nothing before `first` is seen
        x = {"recent": recent[target[:, None] + np.arange(-history, 0)], "calendar": calendar[target]}
        return x, {name: each[target, None] for name, each in rides.items()}

    ends = [0, 24 * int(0.6 * days), 24 * int(0.8 * days), 24 * days]
    return dict(zip(["train", "validation", "test"], map(windows, ends, ends[1:]), strict=True))
