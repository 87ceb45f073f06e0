import numpy as np


def seen_until(life, end):
    """Time and whether the failure was seen, of machines whose observation ends."""
    return np.stack([np.minimum(life, end), life <= end], axis=-1)


def machines(rng, number, steps, ends):
    """Three sensors of machines that wear at different rates, and when they fail after the last reading."""
    wear, load = rng.uniform(0, 1, (number, 1)), rng.uniform(0, 1, (number, 1))
    time = np.linspace(0, 1, steps)
    drift = wear * time + 0.3 * rng.normal(size=(number, steps))
    vibration = load * np.sin(12 * time + rng.uniform(0, 6, (number, 1))) + 0.2 * rng.normal(size=(number, steps))
    sensors = np.stack([drift, vibration, rng.normal(size=(number, steps))], axis=-1)
    scale = np.exp(2.0 - 2.0 * wear[:, 0] - 1.0 * load[:, 0])
    life = scale * rng.weibull(3.0, number)
    end = rng.exponential(2.0, number) if ends else np.full(number, np.inf)
    return sensors.astype("float32"), seen_until(life, end).astype("float32")


def load_mine(seed, steps):
    """Machines in service, most of which have not failed yet; held out are such as ran until they failed."""
    rng = np.random.default_rng(seed)
    return {
        "train": machines(rng, 2000, steps, ends=True),
        "validation": machines(rng, 500, steps, ends=False),
        "test": machines(rng, 1000, steps, ends=False),
    }
