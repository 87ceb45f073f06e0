"""YOURS. Clips of sessions, ranked by a return that nobody tells the network."""

import numpy as np


def load_mine(sessions, pairs, steps, seed):
    """The splits, by session; each clip is a window of one session's walk."""
    draw = np.random.default_rng(seed)
    goal = draw.normal(size=6)
    length = 120
    clips, better, groups = [], [], []
    for session in range(sessions):
        skill = draw.uniform(0, 0.25)  # of this demonstrator
        state = draw.normal(size=6) * 1.5
        walk = np.empty((length, 6))
        for t in range(length):
            state = state + skill * (goal - state) * 0.3 + draw.normal(size=6) * 0.35 - 0.03 * state
            walk[t] = state
        reward = np.exp(-0.5 * ((walk[:, :3] - goal[:3]) ** 2).sum(-1) / 1.5) - 0.3 * (np.abs(walk[:, 3]) > 1)
        for _ in range(pairs):
            starts = draw.integers(0, length - steps, 2)
            pair = np.stack([walk[s : s + steps] for s in starts])
            returns = np.array([reward[s : s + steps].sum() for s in starts])
            clips.append(pair)
            better.append(int(draw.random() < 1 / (1 + np.exp(4 * (returns[0] - returns[1])))))
            groups.append(session)
    clips, better, groups = np.array(clips), np.array(better, "int32"), np.array(groups)
    limits = {"train": (0, 0.7), "validation": (0.7, 0.85), "test": (0.85, 1)}
    rows = {name: np.flatnonzero((groups >= a * sessions) & (groups < b * sessions)) for name, (a, b) in limits.items()}
    mean, std = clips[rows["train"]].mean((0, 1, 2)), clips[rows["train"]].std((0, 1, 2))
    clips = ((clips - mean) / std).astype("float32")
    splits = {name: (clips[at], better[at]) for name, at in rows.items()}
    return {**splits, "groups": {name: groups[at] for name, at in rows.items()}}
