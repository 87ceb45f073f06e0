import numpy as np


def load_mine(hours, stride, seed):
    """Two reservoirs, a fast and a slow one, filled by showers; levels are standardized by the first 70 % of the hours.

    Args:
        hours: of the simulation.
        stride: hours between the starts of two windows of training.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    showers = (rng.random(hours) < 0.03) * rng.gamma(2, 2, hours)
    rain = np.convolve(showers, [0.2, 0.5, 0.3])[:hours]
    fast = slow = 0.0
    level = np.zeros(hours)
    for t in range(hours):
        delayed = rain[t - 4] if t > 3 else 0.0
        fast += 0.6 * delayed - 0.12 * fast
        slow += 0.15 * delayed + 0.03 * fast - 0.01 * slow
        level[t] = np.sqrt(fast + 0.3 * slow + 0.2)
    level += 0.02 * rng.standard_normal(hours)
    foreseen = rain * np.exp(0.3 * rng.standard_normal(hours))
    ends = int(0.7 * hours), int(0.85 * hours), hours
    level = (level - level[: ends[0]].mean()) / level[: ends[0]].std()
    rain, foreseen = rain / rain[: ends[0]].std(), foreseen / rain[: ends[0]].std()

    def windows(begin, end):
        now = np.arange(begin + 48, end - 12 + 1, stride)
        past = np.stack([np.stack([level[t - 48 : t], rain[t - 48 : t]], axis=-1) for t in now])
        forecast = np.stack([foreseen[t : t + 12, None] for t in now])
        inputs = {"past": past.astype("float32"), "forecast": forecast.astype("float32")}
        return inputs, np.stack([level[t : t + 12] for t in now]).astype("float32")

    return {"train": windows(0, ends[0]), "validation": windows(*ends[:2]), "test": windows(*ends[1:])}
