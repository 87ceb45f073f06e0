import numpy as np


def load_mine(train, held_out, seed):
    """Applicants; the group shifts some of their features, and repaying depends on more than those.

    Args:
        train: applicants to learn from.
        held_out: applicants of the validation, and as many of the test.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    n = train + 2 * held_out
    group = random.integers(0, 2, size=n)
    x = random.normal(size=(n, 6))
    x[:, :2] += 1.2 * (group[:, None] - 0.5)  # income, and where they live
    score = 0.9 * x[:, 0] + 1.5 * np.tanh(x[:, 2] * x[:, 3]) + 0.8 * np.abs(x[:, 4]) - 0.6 + 0.4 * x[:, 1]
    repaid = random.uniform(size=n) < 1 / (1 + np.exp(-2 * score))

    def rows(low, high):
        given = {"applicant": x[low:high].astype("float32"), "group": group[low:high, None].astype("float32")}
        return given, repaid[low:high, None].astype("int32")

    return {"train": rows(0, train), "validation": rows(train, train + held_out), "test": rows(train + held_out, n)}
