import numpy as np


def load_mine(machines, seconds, length, seed):
    """Vibration of rotating machines along three axes, and which of four faults each has; a machine is in one split.

    Faults: imbalance (once a turn), misalignment (twice a turn, axial), looseness (half a turn), bearing (shocks).

    Args:
        machines: in all; a fifth of them for the validation, and a fifth for the test.
        seconds: windows that are cut from each recording.
        length: samples of a window.
        seed: of machines and noise.
    """
    rng = np.random.default_rng(seed)
    faults = (rng.random((machines, 4)) < 0.35).astype("float32")
    recordings = np.stack([recording(fault, seconds * length, rng) for fault in faults])  # (machines, 3, time)
    validation, test, train = np.split(rng.permutation(machines), [machines // 5, 2 * (machines // 5)])
    splits = {"train": train, "validation": validation, "test": test}
    sources = {name: Windows(recordings[of], faults[of], length) for name, of in splits.items()}
    return {**sources, "groups": {name: np.repeat(of, seconds) for name, of in splits.items()}}


def recording(fault, time, rng):
    """Acceleration (3, time) of one machine, in g."""
    t, turn = np.arange(time), rng.uniform(0.06, 0.1)  # turns a sample
    strength = fault * rng.uniform(0.5, 1.2, 4)
    once, twice, half = (np.sin(2 * np.pi * turn * k * t + rng.uniform(0, 6)) for k in (1, 2, 0.5))
    shocks = np.zeros(time)
    shocks[(np.arange(0, time, 1 / (3.6 * turn)) + rng.uniform(0, 3)).astype(int) % time] = 2.5
    shocks = np.convolve(shocks, np.exp(-np.arange(8) / 2) * np.cos(2.6 * np.arange(8)))[:time]
    x = (0.15 + strength[0]) * once + 0.3 * strength[2] * half + strength[3] * shocks
    y = (0.15 + strength[0]) * np.roll(once, int(0.25 / turn)) + strength[2] * half
    z = 0.1 * once + strength[1] * twice + 0.4 * strength[3] * shocks
    return np.stack([x, y, z]) + 0.8 * rng.normal(size=(3, time))


class Windows:
    """The windows of recordings (machines, 3, time), one after the other: (length, 3), and the machine's faults."""

    def __init__(self, recordings, faults, length):
        self.recordings, self.faults, self.length = recordings, faults, length
        self.each = recordings.shape[-1] // length

    def __len__(self):
        return len(self.recordings) * self.each

    def __getitem__(self, i):
        machine, k = divmod(i, self.each)
        window = self.recordings[machine, :, k * self.length : (k + 1) * self.length]  # (3, length)
        return window.T.astype("float32"), self.faults[machine]
