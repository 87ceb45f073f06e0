import numpy as np

DAYS = 30  # of a season, after which all that is left is given away


def load_mine(seasons, discount, seed):
    """Days of a shop's seasons, and what each was worth from then on: the sum of discounted rewards that followed.

    Args:
        seasons: in the log; a sixth is validated on, a sixth tested.
        discount: of a day.
        seed: of the drawing.

    Returns:
        The splits, scaled by the mean and deviation of the training days, and the `groups`.
    """
    random = np.random.default_rng(seed)
    states, rewards, season = simulate(random, seasons)
    returns, later = np.zeros(len(rewards)), 0.0
    for day in reversed(range(len(rewards))):
        last = day + 1 == len(rewards) or season[day + 1] != season[day]
        later = rewards[day] + (0 if last else discount * later)
        returns[day] = later
    part = random.permutation(seasons)[season] * 6 // seasons
    masks = {"train": part > 1, "validation": part == 0, "test": part == 1}
    train = masks["train"]
    x = (states - states[train].mean(axis=0)) / states[train].std(axis=0)
    y = ((returns - returns[train].mean()) / returns[train].std())[:, None]
    splits = {name: (x[mask].astype("float32"), y[mask].astype("float32")) for name, mask in masks.items()}
    return {**splits, "groups": {name: season[mask] for name, mask in masks.items()}}


def simulate(random, seasons):
    """States (days, 6), rewards (days) and seasons (days), one season after the other."""
    states, rewards, season = [], [], []
    for number in range(seasons):
        stock, coming, price = random.integers(5, 40), 0, random.uniform(0.5, 1.5)
        for day in range(DAYS):
            angle = 2 * np.pi * (day % 7) / 7
            states.append([stock, coming, price, DAYS - day, np.sin(angle), np.cos(angle)])
            wanted = random.poisson((3 + 2 * (day % 7 > 4)) * (2 - price))
            sold = min(wanted, stock)
            rewards.append(2 * price * sold - 0.05 * stock - 0.5 * (wanted - sold) - (1.2 * coming if coming else 0))
            season.append(number)
            stock = stock - sold + coming
            coming = random.integers(8, 20) if stock < 10 and day < DAYS - 6 else 0
    return np.array(states), np.array(rewards), np.array(season)
