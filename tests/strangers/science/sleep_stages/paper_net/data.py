import numpy as np


def load_mine(nights, seed):
    """Windows of 30 epochs, of nights that are each in one split only.

    Every sleeper has offsets of his own, which are taken out by the median of his night.
    """
    rng = np.random.default_rng(seed)
    stay = np.array([[0.90, 0.10, 0, 0], [0.03, 0.88, 0.06, 0.03], [0.01, 0.07, 0.92, 0], [0.04, 0.05, 0, 0.91]])
    power = np.array(
        [
            [0.2, 0.1, 1.0, 0.4, 0.9, 1.5],
            [0.6, 0.8, 0.3, 0.6, 0.4, 0.4],
            [1.8, 0.6, 0.1, 0.3, 0.1, 0.2],
            [0.3, 0.9, 0.4, 0.2, 0.5, -0.8],
        ]
    )
    x, y, night = [], [], []
    for k in range(nights):
        stage = [0]
        while len(stage) < 240:
            stage.append(int(rng.choice(4, p=stay[stage[-1]])))
        stage = np.array(stage)
        signal = power[stage] + rng.normal(0, 0.9, (240, 6)) + rng.normal(0, 1, 6)
        signal -= np.median(signal, axis=0)
        scored = stage.copy()
        for begin in rng.integers(0, 235, 6):
            scored[begin : begin + 5] = -1
        for begin in range(0, 211, 15):
            x.append(signal[begin : begin + 30])
            y.append(scored[begin : begin + 30])
            night.append(k)
    x, y, night = np.array(x, "float32"), np.array(y, "int32"), np.array(night)
    cuts = {"train": (0, 0.7), "validation": (0.7, 0.85), "test": (0.85, 1)}
    rows = {split: (night >= low * nights) & (night < high * nights) for split, (low, high) in cuts.items()}
    return {
        **{split: (x[of], y[of]) for split, of in rows.items()},
        "groups": {split: night[of] for split, of in rows.items()},
    }
