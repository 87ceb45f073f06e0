import numpy as np


def load_mine(events, history, seed):
    """The rate grows with time, e^(t - N(t)), and each event divides it by e (Isham and Westcott 1979)."""
    random = np.random.default_rng(seed)
    stress, intervals = 0.0, np.empty(events)
    for i, energy in enumerate(random.exponential(size=events)):
        intervals[i] = np.log1p(energy * np.exp(-stress))  # where the cumulative rate reaches the energy
        stress += intervals[i] - 1
    intervals = intervals.astype("float32")[:, None]
    first, second = int(0.7 * events), int(0.85 * events)

    def windows(record):
        past = np.lib.stride_tricks.sliding_window_view(record[:, 0], history)[:-1, :, None]
        inputs = {"history": past, "interval": record[history:]}
        return inputs, np.zeros(len(past), "float32")

    splits = {"train": intervals[:first], "validation": intervals[first:second], "test": intervals[second:]}
    return {split: windows(record) for split, record in splits.items()}
