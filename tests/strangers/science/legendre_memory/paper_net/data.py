import numpy as np


def load_mine(length, ahead, tau, train, held_out, seed):
    """Windows of the Mackey-Glass series, and its value some steps after each; each split has series of its own.

    Args:
        length: steps of a window.
        ahead: from a window's last step to the target.
        tau: delay of the equation: 17 or more is chaotic.
        train: windows to learn from.
        held_out: windows of the validation, and of the test.
        seed: of the series' beginnings.
    """
    rng = np.random.default_rng(seed)

    def windows(count, every=3):
        total = 300 + length + ahead + 40 * every  # 300 steps to settle, then 40 windows of each series
        series = np.empty((-(-count // 40), total))
        series[:, : tau + 1] = 1.2 + 0.2 * rng.normal(size=(len(series), tau + 1))
        for t in range(tau, total - 1):
            late = series[:, t - tau]
            series[:, t + 1] = series[:, t] + 0.2 * late / (1 + late**10) - 0.1 * series[:, t]
        starts = 300 + every * np.arange(40)
        x = np.stack([series[:, start : start + length] for start in starts], axis=1).reshape(-1, length, 1)
        y = np.stack([series[:, start + length - 1 + ahead] for start in starts], axis=1).reshape(-1, 1)
        return (x[:count] - 0.9).astype("float32"), (y[:count] - 0.9).astype("float32")

    return {"train": windows(train), "validation": windows(held_out), "test": windows(held_out)}
