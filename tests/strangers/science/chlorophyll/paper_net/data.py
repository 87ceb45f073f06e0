import numpy as np

BANDS = np.array([412, 443, 490, 510, 555, 670.0])  # nm
WATER = np.array([0.0046, 0.0071, 0.0150, 0.0325, 0.0596, 0.439])  # absorption of pure water, 1 / m
PIGMENT = np.array([0.030, 0.040, 0.028, 0.019, 0.008, 0.018])  # absorption of 1 mg / m³ of chlorophyll


def load_mine(seed, train, held_out):
    """Standardized log reflectances, and log10 of the chlorophyll."""
    rng = np.random.default_rng(seed)
    raw = {
        split: sample(rng, size) for split, size in {"train": train, "validation": held_out, "test": held_out}.items()
    }
    mean, scale = raw["train"][0].mean(0), raw["train"][0].std(0)
    return {
        split: (standardized(x, mean, scale).astype("float32"), y.astype("float32")) for split, (x, y) in raw.items()
    }


def sample(rng, size):
    """Waters with chlorophyll from 0.03 to 30, yellow substance and particles that follow it loosely, and haze."""
    log_chlorophyll = rng.uniform(-1.5, 1.5, (size, 1))
    chlorophyll = 10**log_chlorophyll
    yellow = 0.03 * chlorophyll**0.6 * 10 ** rng.normal(0, 0.2, (size, 1)) * np.exp(-0.014 * (BANDS - 443))
    particles = 0.003 * chlorophyll**0.6 * 10 ** rng.normal(0, 0.15, (size, 1)) * (555 / BANDS)
    light = reflectance(WATER + PIGMENT * chlorophyll**0.7 + yellow, 0.0015 * (500 / BANDS) ** 4.3 + particles)
    haze = 0.0002 * rng.exponential(1, (size, 1)) * (670 / BANDS)
    return np.log(light * np.exp(rng.normal(0, 0.03, light.shape)) + haze), log_chlorophyll


def reflectance(absorption, backscatter):
    """Remote sensing reflectance above the surface, by Gordon's quadratic model."""
    u = backscatter / (absorption + backscatter)
    return 0.54 * (0.0949 * u + 0.0794 * u**2)


def standardized(values, mean, scale):
    """Mean 0 and deviation 1, by the numbers of training."""
    return (values - mean) / scale
