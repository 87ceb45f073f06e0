import numpy as np

STATES, ACTIONS = 12, 3


def world(rng):
    """Transitions (s, a, s'), rewards (s, a), ends (s, a), the policies that acted and that is judged (s, a)."""
    transitions = rng.dirichlet(np.full(STATES, 0.3), (STATES, ACTIONS))
    rewards = rng.normal(size=(STATES, ACTIONS))
    ends = np.where(rng.random((STATES, ACTIONS)) < 0.3, 0.5, 0.0)
    acted, judged = (rng.dirichlet(np.full(ACTIONS, share), STATES) for share in (4.0, 1.5))
    return transitions, rewards, ends, acted, judged


def truncated(judged, acted, rho_bar):
    """The policy whose value V-trace learns, min(rho_bar mu, pi) normalized."""
    least = np.minimum(rho_bar * acted, judged)
    return least / np.sum(least, axis=-1, keepdims=True)


def value(transitions, rewards, ends, policy, gamma):
    """V = R + gamma P V, solved."""
    reward = np.sum(policy * rewards, axis=1)
    onward = np.einsum("sa,sa,sat->st", policy, 1 - ends, transitions)
    return np.linalg.solve(np.eye(STATES) - gamma * onward, reward)


def load_mine(train, held_out, steps, gamma, rho_bar, seed):
    rng = np.random.default_rng(seed)
    transitions, rewards, ends, acted, judged = world(rng)
    values = value(transitions, rewards, ends, truncated(judged, acted, rho_bar), gamma)
    splits = {}
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        states = np.zeros((number, steps + 1), "int32")
        record = np.zeros((number, steps + 1, 4), "float32")  # reward, end, pi / mu, the true value; none at the last
        states[:, 0] = rng.integers(STATES, size=number)
        for n in range(number):
            for t in range(steps):
                s = states[n, t]
                a = rng.choice(ACTIONS, p=acted[s])
                end = rng.random() < ends[s, a]
                states[n, t + 1] = rng.integers(STATES) if end else rng.choice(STATES, p=transitions[s, a])
                record[n, t, :3] = rewards[s, a] + rng.normal(0, 0.3), end, judged[s, a] / acted[s, a]
        record[..., 3] = values[states]
        splits[split] = (np.eye(STATES, dtype="float32")[states], record)
    return splits
