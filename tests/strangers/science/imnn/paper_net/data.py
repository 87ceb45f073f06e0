import numpy as np


def load_mine(counts, points, fiducial, step, seed):
    """Gaussian noise of a fiducial variance, and the very same noise at a slightly lower and a slightly higher one."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in counts.items():
        noise = rng.standard_normal((count, points)).astype("float32")
        variances = {"fiducial": fiducial, "lower": fiducial - step, "upper": fiducial + step}
        inputs = {name: simulated(noise, variance) for name, variance in variances.items()}
        splits[split] = (inputs, np.zeros(count, "float32"))
    return splits


def simulated(noise, variance):
    """What is observed where the parameter is `variance`: common random numbers make the derivative precise."""
    return noise * np.float32(np.sqrt(variance))
