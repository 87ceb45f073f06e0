import numpy as np


def load_mine(train, held_out, steps, gamma, seed):
    """Discounted returns of a policy that balances a pole badly: one rollout from each of many starts.

    A state is (angle, its rate, wind, the controller's gain); a step pays -(angle² + 0.1 torque²), at most 1.

    Args:
        train: starts to learn from.
        held_out: starts of the validation, and of the test.
        steps: of a rollout.
        gamma: discount.
        seed: of the starts and of the noise.
    """
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    x = rng.uniform([-0.8, -1.0, -1.0, 0.0], [0.8, 1.0, 1.0, 1.0], size=(count, 4))
    angle, rate, wind, gain = x.T.copy()
    returns = np.zeros(count)
    for t in range(steps):
        torque = np.clip(-(1 + 5 * gain) * angle - (0.3 + gain) * rate, -1.5, 1.5)
        returns -= gamma**t * np.minimum(angle**2 + 0.1 * torque**2, 1)
        rate = rate + 0.1 * (1.5 * np.sin(angle) + torque + 0.4 * wind) + 0.05 * rng.normal(size=count)
        angle = angle + 0.1 * rate
    x, y = x.astype("float32"), returns[:, None].astype("float32")
    end = train + held_out
    cuts = {"train": slice(0, train), "validation": slice(train, end), "test": slice(end, None)}
    return {split: (x[cut], y[cut]) for split, cut in cuts.items()}
