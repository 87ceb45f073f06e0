import numpy as np


def load_mine(train, held_out, seed):
    """Vibration of a compressor, along and across its axle, at a speed and pressure; its fault, and its bearing's wear.

    Args:
        train: recordings to learn from.
        held_out: recordings of validation and of test, each.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    n, time = train + 2 * held_out, np.arange(64) / 64
    speed, pressure = rng.uniform(4, 9, n), rng.uniform(2, 10, n)  # turns in a recording, bar
    fault, wear = rng.integers(3, size=n), rng.gamma(2.0, 20.0, n)  # none, imbalance, valve; micrometres
    angle = 2 * np.pi * (speed[:, None] * time + rng.random((n, 1)))
    turn = (0.4 + 0.5 * (fault == 1)[:, None]) * np.sin(angle)
    valve = (0.5 * (fault == 2) * pressure / 6)[:, None] * np.maximum(np.sin(2 * angle + 1), 0) ** 4
    rattle = (wear / 100 * speed / 6)[:, None] * np.sin(3.2 * angle) + rng.normal(0, 0.1, (n, 64))
    along = turn + 0.3 * rattle + rng.normal(0, 0.2, (n, 64))
    across = 0.5 * turn + valve + rattle + rng.normal(0, 0.2, (n, 64))
    load = np.stack([speed, pressure], axis=-1)
    first = slice(None, train)
    load = (load - load[first].mean(axis=0)) / load[first].std(axis=0)
    scaled = (wear - wear[first].mean()) / wear[first].std()
    x = {"sound": np.stack([along, across], axis=-1).astype("float32"), "load": load.astype("float32")}
    y = {"fault": fault.astype("int32"), "wear": scaled[:, None].astype("float32")}
    cuts = {"train": first, "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {name: ({k: v[s] for k, v in x.items()}, {k: v[s] for k, v in y.items()}) for name, s in cuts.items()}
