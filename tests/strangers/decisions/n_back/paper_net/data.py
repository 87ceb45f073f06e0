import numpy as np


def load_mine(sequences, length, symbols, back, seed):
    """Streams of symbols of the n-back task: at each place, is it the symbol of `back` places before?

    Args:
        sequences: of all splits together.
        length: symbols of a stream.
        symbols: how many there are.
        back: the n of n-back.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: symbols Int["b t"], and Float["b t"], 1 where the symbol is the one of n before.
    """
    rng = np.random.default_rng(seed)
    stream = rng.integers(0, symbols, (sequences, length))
    repeat = rng.random((sequences, length)) < 0.2  # beside chance: streams of the lab are balanced, too
    for t in range(back, length):
        stream[:, t] = np.where(repeat[:, t], stream[:, t - back], stream[:, t])
    match = np.zeros(stream.shape, "float32")
    match[:, back:] = stream[:, back:] == stream[:, :-back]
    x, y = stream.astype("int32"), match
    a, b = int(0.7 * sequences), int(0.85 * sequences)
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
