import numpy as np


def load_mine(teams, seasons, seed):
    """Rows are in the order of time; the strengths of the teams stay."""
    rng = np.random.default_rng(seed)
    attack, defence = rng.normal(0, 0.35, (2, teams))
    pairs = np.array([(h, a) for h in range(teams) for a in range(teams) if h != a])  # 380 games
    home, away = np.concatenate([rng.permutation(pairs) for _ in range(seasons)]).T
    log_home = 0.15 + 0.25 + attack[home] - defence[away]
    log_away = 0.15 + attack[away] - defence[home]
    goals = scores(np.exp(log_home), np.exp(log_away), -0.1, rng)
    last, test = len(home) - 2 * len(pairs), len(home) - len(pairs)
    parts = {"train": slice(0, last), "validation": slice(last, test), "test": slice(test, None)}
    teams_of = {"home": home.astype("int32"), "away": away.astype("int32")}
    return {name: ({k: v[i] for k, v in teams_of.items()}, goals[i]) for name, i in parts.items()}


def scores(home, away, rho, rng):
    """Draws by rejection: a Poisson pair is kept with probability tau / 1.5."""
    goals = np.zeros((len(home), 2), "float32")
    left = np.arange(len(home))
    while len(left):
        x, y = rng.poisson(home[left]), rng.poisson(away[left])
        tau = np.ones(len(left))
        tau[(x == 0) & (y == 0)] -= (home * away)[left][(x == 0) & (y == 0)] * rho
        tau[(x == 0) & (y == 1)] += home[left][(x == 0) & (y == 1)] * rho
        tau[(x == 1) & (y == 0)] += away[left][(x == 1) & (y == 0)] * rho
        tau[(x == 1) & (y == 1)] -= rho
        kept = rng.uniform(size=len(left)) < tau / 1.5
        goals[left[kept]] = np.stack([x, y], axis=1)[kept]
        left = left[~kept]
    return goals
