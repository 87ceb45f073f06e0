import numpy as np

B_VALUES = np.array([0, 0, 5, 10, 20, 30, 40, 60, 150, 300, 500, 700]) / 1000  # ms / µm²


def normalized(signal, b_values):
    """Signals divided by the mean of those without a gradient, b = 0."""
    signal, b_values = np.asarray(signal), np.asarray(b_values)
    return signal / signal[..., b_values == 0].mean(axis=-1, keepdims=True)


def voxels(rng, number, noise):
    """Decays of voxels in which a share of the water flows, and behind them what made them: D, f, D*."""
    slow, share, fast = rng.uniform(0.5, 2.0, number), rng.uniform(0.1, 0.4, number), rng.uniform(10, 100, number)
    level = rng.uniform(200, 1000, (number, 1))
    decay = (1 - share[:, None]) * np.exp(-B_VALUES * slow[:, None]) + share[:, None] * np.exp(
        -B_VALUES * fast[:, None]
    )
    signal = normalized(level * (decay + noise * rng.normal(size=decay.shape)), B_VALUES)
    return signal.astype("float32"), np.column_stack([signal, slow, share, fast]).astype("float32")


def load_mine(seed, noise):
    """Signals, and as targets the signals again with the truth beside them, which only the metric reads."""
    rng = np.random.default_rng(seed)
    return {
        split: voxels(rng, number, noise) for split, number in {"train": 4000, "validation": 1000, "test": 1000}.items()
    }
