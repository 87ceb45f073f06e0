import numpy as np


class Recordings:
    """Noise from one direction, as four microphones hear it; each drawn when it is asked for, always the same.

    Args:
        count: how many.
        seed: of all of them.
        samples: of a recording.
        rate: samples a second.
        radius: of the circle with the microphones, in metres.
    """

    def __init__(self, count, seed, samples, rate, radius):
        self.count, self.seed, self.samples = count, seed, samples
        around = np.arange(4) * np.pi / 2
        self.places = radius * np.stack([np.cos(around), np.sin(around)], -1)  # (4, 2)
        self.omega = 2 * np.pi * np.fft.rfftfreq(samples, 1 / rate)

    def __len__(self):
        return self.count

    def __getitem__(self, i):
        rng = np.random.default_rng([self.seed, i])
        angle = rng.uniform(-np.pi, np.pi)
        direction = np.array([np.cos(angle), np.sin(angle)])
        delays = -self.places @ direction / 343.0  # seconds; the nearest microphone hears it first
        spectrum = np.fft.rfft(rng.normal(size=self.samples)) / (1 + self.omega / 12000)
        heard = np.fft.irfft(spectrum * np.exp(-1j * self.omega * delays[:, None]), self.samples)  # (4, samples)
        heard = heard / heard.std() + rng.uniform(0.3, 1.5) * rng.normal(size=heard.shape)
        return heard.T.astype("float32"), direction.astype("float32")


def load_mine(train, held_out, samples, rate, radius, seed):
    """Recordings to learn from, and others to judge by.

    Args:
        train: recordings of the train split.
        held_out: of the validation split, and of the test.
        samples: of a recording.
        rate: samples a second.
        radius: of the circle with the microphones, in metres.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    counts = {"train": train, "validation": held_out, "test": held_out}
    return {
        split: Recordings(count, 3 * seed + i, samples, rate, radius) for i, (split, count) in enumerate(counts.items())
    }
