import numpy as np


def load_mine(minutes, window, seed):
    """A distillation column: from an hour of tray temperatures, reflux and steam, what the laboratory would measure.

    The record is cut in time: the first part is learnt from, the next is validated on, the last is tested on.

    Args:
        minutes: of the record, two a row.
        window: rows of one sample.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    rows = minutes // 2

    def wandering(memory):
        x, steps = np.zeros(rows), rng.normal(size=rows)
        for i in range(1, rows):
            x[i] = memory * x[i - 1] + np.sqrt(1 - memory**2) * steps[i]
        return x

    feed, reflux, steam = wandering(0.97), wandering(0.9), wandering(0.93)
    ambient, fouling = wandering(0.997), wandering(0.997)  # slow; nobody measures the fouling
    state, states = np.zeros(3), []
    for i in range(rows):
        push = np.array([steam[i] - 0.6 * reflux[i], 0.8 * feed[i] + 0.4 * steam[i], feed[i] - reflux[i]])
        state = state + 0.15 * (np.tanh(push) - state)
        states.append(state)
    states = np.array(states) / np.std(states, axis=0)
    purity = states[:, 0] - 0.5 * states[:, 1] * (states[:, 2] > 0) + 0.4 * fouling
    trays = states @ rng.normal(size=(3, 4)) + 0.3 * ambient[:, None] + rng.normal(0, 0.3, (rows, 4))
    record = np.column_stack([trays, reflux, steam, ambient])
    starts = np.arange(0, rows - window + 1, 2)
    windows = record[starts[:, None] + np.arange(window)]  # (n, window, 7)
    target = purity[starts + window - 1][:, None]
    order = np.arange(len(starts))
    cuts = [int(share * len(order)) for share in (0.6, 0.8)]
    gap = window // 2  # so that no window reaches over a cut
    parts = {"train": order[: cuts[0] - gap], "validation": order[cuts[0] : cuts[1] - gap], "test": order[cuts[1] :]}
    mean, deviation = windows[parts["train"]].mean(axis=(0, 1)), windows[parts["train"]].std(axis=(0, 1))
    windows = (windows - mean) / deviation
    return {split: (windows[part].astype("float32"), target[part].astype("float32")) for split, part in parts.items()}
