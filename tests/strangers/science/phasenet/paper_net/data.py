import numpy as np


def load_mine(events, stations, samples, seed):
    """Seismograms of a few stations for each event, and where P and S arrive, as bumps of probability.

    Args:
        events: of each split; all stations of an event are in the same one.
        stations: of each event.
        samples: of a trace.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, count in events.items():
        traces = [station for _ in range(count) for station in event(rng, stations, samples)]
        splits[split] = tuple(np.stack(side).astype("float32") for side in zip(*traces, strict=True))
        groups[split] = np.repeat(np.arange(first, first + count), stations)
        first += count
    return {**splits, "groups": groups}


def event(rng, stations, samples):
    """The stations' (trace, probabilities) of one earthquake: P on the vertical first, S on the horizontals later."""
    time = np.arange(samples)
    magnitude, pitch = rng.lognormal(1.0, 0.4), rng.uniform(0.12, 0.25)
    for _ in range(stations):
        p = rng.uniform(15, 60)
        s = p + rng.uniform(20, 50)
        loudness = magnitude * rng.lognormal(0, 0.2)
        trace = rng.normal(0, 1, (samples, 3))
        for at, gains, slower in ((p, [1, 0.4, 0.4], 1.0), (s, [0.5, 1.4, 1.4], 0.6)):
            after = np.maximum(time - at, 0)
            for component, gain in enumerate(gains):
                wave = np.sin(2 * np.pi * slower * pitch * after + rng.uniform(0, 6))
                trace[:, component] += loudness * gain * wave * np.exp(-after / 18) * (time >= at)
        bumps = np.exp(-0.5 * ((time[:, None] - np.array([p, s])) / 3) ** 2)  # (t, 2)
        bumps /= np.maximum(bumps.sum(axis=1, keepdims=True), 1)
        yield (trace - trace.mean(axis=0)) / trace.std(axis=0), np.column_stack([bumps, 1 - bumps.sum(axis=1)])
