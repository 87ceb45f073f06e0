"""Vibrations of pumps, simulated."""

import numpy as np

STEPS = 64


def load_mine(pumps, windows, seed):
    """Each pump has one fault or none, and wears from new to broken; its windows are in one split alone.

    Returns:
        The splits, and the pump of each sample.
    """
    rng = np.random.default_rng(seed)
    splits, groups, number = {}, {}, 0
    for name, count in zip(["train", "validation", "test"], pumps, strict=False):
        samples = [
            window(rng, fault, wear, number + i)
            for i in range(count)
            for fault in [i % 3]
            for wear in rng.uniform(0, 1, windows)
        ]
        vibration, setting, fault, hours, pump = (np.stack(column) for column in zip(*samples, strict=False))
        inputs = {"vibration": vibration.astype("float32"), "setting": setting.astype("float32")}
        splits[name] = inputs, {"fault": fault.astype("int32"), "hours": hours[:, None].astype("float32")}
        groups[name] = pump
        number += count
    return {**splits, "groups": groups}


def window(rng, fault, wear, pump):
    """64 samples of three axes: the shaft's turning, and what the fault adds to it."""
    speed, load = rng.uniform(0.7, 1.3), rng.uniform(0, 1)
    t, phase = np.arange(STEPS), rng.uniform(0, 2 * np.pi, 3)
    turn = 2 * np.pi * 0.06 * speed * t
    x = np.stack([np.sin(turn + p) for p in phase], axis=1) * (0.4 + 0.3 * load)
    if fault == 1:  # unbalanced: more of the same, crosswise to the shaft
        x[:, :2] *= 1.3 + 2.0 * wear
    if fault == 2:  # a bearing's ring, struck 5 times a turn
        x += (0.3 + 1.2 * wear) * (np.sin(5.2 * turn + phase[0]) ** 4)[:, None] * np.array([0.5, 0.5, 1.0])
    x += rng.normal(0, 0.1 + 0.5 * wear, x.shape)
    hours = (1 - wear) * (2.5, 2.0, 1.5)[fault] * (1.2 - 0.4 * load) + rng.normal(0, 0.05)
    return x, np.array([speed - 1, load - 0.5]), fault, max(hours, 0), pump
