import numpy as np


def load_mine(recordings, windows, length, seed):
    """Vibration of bearings, sound or with a fault of the outer or inner ring: windows of recordings of many machines."""
    rng = np.random.default_rng(seed)
    n = sum(recordings.values())
    state = rng.permutation(np.arange(n) % 3)
    x = np.stack([windowed(recorded(s, windows * length, rng), length) for s in state])  # (n, windows, length)
    x = x.reshape(-1, length, 1)
    y = np.repeat(state, windows).astype("int32")
    recording = np.repeat(np.arange(n), windows)
    edges = np.cumsum(list(recordings.values()))
    splits, groups, start = {}, {}, 0
    for split, end in zip(recordings, edges, strict=True):
        rows = np.flatnonzero((recording >= start) & (recording < end))
        splits[split], groups[split] = (x[rows], y[rows]), recording[rows]
        start = end
    return {**splits, "groups": groups}


def recorded(state, length, rng):
    """One machine: hum of its shaft, a resonance of its own that each knock of a fault rings, and noise."""
    time = np.arange(length)
    shaft = rng.uniform(0.004, 0.012)  # turns a sample
    hum = sum(rng.uniform(0, 0.6) * np.sin(2 * np.pi * (k * shaft * time + rng.random())) for k in (1, 2, 3))
    noise = rng.normal(0, rng.uniform(0.2, 0.5), length)
    resonance, damping = rng.uniform(0.1, 0.35), rng.uniform(0.05, 0.15)
    knocks = np.zeros(length)
    if state:
        rate = shaft * (3.6 if state == 1 else 5.4)
        at = (np.arange(rng.random(), length * rate) / rate).astype(int)
        knocks[at[at < length]] = rng.uniform(0.7, 1.3)
        if state == 2:  # the inner ring turns through the load
            knocks = knocks * (1 + np.cos(2 * np.pi * shaft * time))
    ring = np.exp(-damping * np.arange(80)) * np.sin(2 * np.pi * resonance * np.arange(80))
    return hum + noise + 1.5 * np.convolve(knocks, ring)[:length]


def windowed(signal, length):
    """Windows that do not overlap, each with mean 0 and deviation 1."""
    x = signal.reshape(-1, length)
    x = x - x.mean(axis=1, keepdims=True)
    return (x / x.std(axis=1, keepdims=True)).astype("float32")
