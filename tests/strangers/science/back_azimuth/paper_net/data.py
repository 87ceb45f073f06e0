import numpy as np


def load_mine(train, held_out, length, seed):
    """Earthquakes at one three-component seismometer, and the direction that they come from.

    Args:
        train: earthquakes of the training split.
        held_out: of the validation and of the test split, each.
        length: samples of a record, which begins shortly before P.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)
    time = np.arange(length)

    def quakes(number):
        azimuth = draw.uniform(0, 2 * np.pi, number)
        steep = draw.uniform(0.35, 0.9, (number, 1))  # incidence: the more, the flatter the ray

        def wave(start, frequency):
            after = (time - start).clip(0)
            shape = np.sin(2 * np.pi * frequency * after + draw.uniform(0, 6.28, (number, 1)))
            return (time > start) * shape * np.exp(-after / draw.uniform(8, 20, (number, 1)))

        onset = draw.uniform(10, 25, (number, 1))
        p = wave(onset, draw.uniform(0.08, 0.2, (number, 1)))
        s = 1.5 * wave(onset + draw.uniform(15, 45, (number, 1)), draw.uniform(0.04, 0.1, (number, 1)))
        split = draw.uniform(-1, 1, (number, 1))  # of S into its two polarizations
        radial = -p * np.sin(steep) + s * split * np.cos(steep)
        transverse = s * np.sqrt(1 - split**2)
        up = p * np.cos(steep) + s * split * np.sin(steep)
        east, north = np.sin(azimuth)[:, None], np.cos(azimuth)[:, None]
        record = np.stack([up, north * radial - east * transverse, east * radial + north * transverse], 1)  # Z, N, E
        record = record * draw.lognormal(0, 1.0, (number, 1, 1)) + 0.08 * draw.normal(size=record.shape)
        return by_time(record), direction(np.degrees(azimuth))

    return {"train": quakes(train), "validation": quakes(held_out), "test": quakes(held_out)}


def by_time(record):
    """Records (n, components, t), as the station writes them, to (n, t, components), the largest of each 1."""
    record = np.asarray(record, "float32")
    record = record / np.abs(record).max(axis=(1, 2), keepdims=True)
    return np.transpose(record, (0, 2, 1))


def direction(degrees):
    """Degrees from north to east, to a vector (north, east) of length 1."""
    angle = np.radians(np.asarray(degrees))
    return np.stack([np.cos(angle), np.sin(angle)], -1).astype("float32")
