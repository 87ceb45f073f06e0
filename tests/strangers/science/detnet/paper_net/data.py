import numpy as np


def load_mine(seed, senders, receivers, snr, train, held_out):
    """Received signals, each through a channel of its own, and the ±1 that were sent."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        channel = rng.normal(0, receivers**-0.5, (size, receivers, senders)).astype("float32")
        symbols = rng.choice([-1.0, 1.0], (size, senders)).astype("float32")
        noise = rng.normal(0, noise_level(snr, senders, receivers), (size, receivers))
        signal = (received(channel, symbols) + noise).astype("float32")
        splits[split] = ({"signal": signal, "channel": channel}, symbols)
    return splits


def received(channel, symbols):
    """What each receiving antenna gets: the row of its channel times the symbols."""
    return np.einsum("brs,bs->br", channel, symbols)


def noise_level(snr, senders, receivers):
    """Standard deviation of the noise, for a ratio in dB at each receiving antenna."""
    power = senders / receivers  # of the signal, whose channel has a variance of 1 / receivers
    return (power * 10 ** (-snr / 10)) ** 0.5
