"""Windows of six vibration sensors on pumps; each pump has its own speed and gains."""

import numpy as np


def centred(readings):
    """Readings (time, sensor), each sensor without its mean over the window."""
    readings = np.asarray(readings)
    return readings - readings.mean(axis=-2, keepdims=True)


def load_mine(pumps, windows, seed):
    """Pumps are divided 60, 20, 20 per cent; a window has one of four states."""
    rng = np.random.default_rng(seed)
    n, t = pumps * windows, np.arange(32)
    pump, state = np.repeat(np.arange(pumps), windows), rng.integers(0, 4, n)
    speed = rng.uniform(0.08, 0.12, pumps)[pump, None, None]
    gains = rng.uniform(0.5, 1.5, (pumps, 1, 6))[pump]
    phase = rng.uniform(0, 2 * np.pi, (n, 1, 1)) + rng.uniform(0, 0.5, (n, 1, 6))
    turn = 2 * np.pi * speed * t[:, None] + phase  # (n, 32, 6)
    is_ = (state[:, None, None] == np.arange(4)).transpose(2, 0, 1)[..., None]  # (4, n, 1, 1)
    signal = 0.7 * np.sin(turn) + is_[1] * 0.6 * np.sin(2 * turn)
    signal += is_[2] * 1.5 * (np.sin(turn * 1.5) > 0.93) + is_[3] * rng.normal(0, 0.6, turn.shape)
    readings = gains * (signal + rng.normal(0, 0.4, turn.shape)) + rng.normal(0, 1, (n, 1, 6))
    working = (rng.random((n, 6)) > 0.3).astype("float32")
    working[working.sum(1) == 0, 0] = 1
    readings = np.where(working[:, None] > 0, centred(readings), rng.normal(0, 4, turn.shape))  # a failed one rattles
    order = rng.permutation(pumps)
    splits = {
        "train": order[: pumps * 6 // 10],
        "validation": order[pumps * 6 // 10 : pumps * 8 // 10],
        "test": order[pumps * 8 // 10 :],
    }
    data = {"groups": {}}
    for name, mine in splits.items():
        at = np.isin(pump, mine)
        inputs = {"readings": readings[at].astype("float32"), "working": working[at]}
        data[name] = inputs, state[at].astype("int32")
        data["groups"][name] = pump[at]
    return data
