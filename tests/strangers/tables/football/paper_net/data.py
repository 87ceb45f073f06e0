import numpy as np


def outcome(home_goals, away_goals):
    """0: the home team won, 1: a draw, 2: the away team won."""
    return 1 - np.sign(home_goals - away_goals)


def load_mine(seed, teams, seasons, held_out):
    """A league in which each team plays each other twice a season; goals are Poisson. The last seasons are held out."""
    rng = np.random.default_rng(seed)
    strength = rng.normal(0, 0.35, teams)
    home, away = (pair.ravel() for pair in np.meshgrid(np.arange(teams), np.arange(teams), indexing="ij"))
    home, away = home[home != away], away[home != away]  # a season's matches
    splits = {}
    for split, count in {"train": seasons, "validation": held_out, "test": held_out}.items():
        h, a = np.tile(home, count), np.tile(away, count)
        goals = rng.poisson(np.exp(0.3 + strength[h] - strength[a])), rng.poisson(np.exp(strength[a] - strength[h]))
        inputs = {"home": h[:, None].astype("int32"), "away": a[:, None].astype("int32")}
        splits[split] = inputs, outcome(*goals).astype("int32")
    return splits
