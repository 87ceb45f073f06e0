"""YOURS. What is learnt from: engines that wear out, and windows of what was measured on them.

Contract: as the template's.
"""

import numpy as np


def load_engines(engines, windows, window, interval, intervals, validation, test):
    """Four sensors follow a wear that grows with the square of the share of its life an engine has had.

    A third of the engines is taken out of service before it fails: what is known of them is that they still ran.

    Args:
        engines: all of them.
        windows: of each.
        window: cycles of one.
        interval: cycles of one step of the hazard.
        intervals: steps of the hazard; who lives longer is censored there.
        validation: engines held out.
        test: engines held out.

    Returns:
        The splits; inputs Float["b window 5"], standardized by the training engines; targets Float["b 2"], the interval
        of the last observation, and whether it was a failure; and `groups`, the engine of each window.
    """
    generator = np.random.default_rng(5)
    loadings = generator.normal(size=4)
    inputs, targets, engine_of = [], [], []
    for engine in range(engines):
        life = int(generator.uniform(70, 180))
        last = int(generator.uniform(50, life)) if generator.random() < 0.33 else life
        readings = measured(life, loadings, generator)  # (life, 5)
        for end in generator.integers(window, last, windows):
            step, failed = (last - end) // interval, last == life
            if step >= intervals:
                step, failed = intervals, False
            inputs.append(readings[end - window : end])
            targets.append([step, failed])
            engine_of.append(engine)
    inputs, targets, engine_of = np.stack(inputs), np.array(targets, "float32"), np.array(engine_of)
    order = generator.permutation(engines)
    held = {
        "train": order[: -validation - test],
        "validation": order[-validation - test : -test],
        "test": order[-test:],
    }
    rows = {split: np.flatnonzero(np.isin(engine_of, chosen)) for split, chosen in held.items()}
    mean, std = inputs[rows["train"]].mean(axis=(0, 1)), inputs[rows["train"]].std(axis=(0, 1))
    splits = {split: (((inputs[at] - mean) / std).astype("float32"), targets[at]) for split, at in rows.items()}
    return {**splits, "groups": {split: engine_of[at] for split, at in rows.items()}}


def measured(life, loadings, generator):
    """Sensors and the clock of one engine, cycle by cycle; Float["life 5"]."""
    cycle = np.arange(life)
    wear = (cycle / life) ** 2
    sensors = 40 + 10 * wear[:, None] * loadings + generator.normal(size=4) + 1.5 * generator.normal(size=(life, 4))
    clock = cycle / 100
    return np.concatenate([sensors, clock[:, None]], axis=1)
