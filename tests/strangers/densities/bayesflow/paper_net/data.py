import numpy as np


def load_mine(simulations, measurements, seed):
    """Location 2 a, scale exp(0.7 b - 0.5) of a Laplace distribution, a and b standard normal, and draws from it."""
    rng = np.random.default_rng(seed)

    def split(size):
        parameters = rng.normal(size=(size, 2))
        location, scale = 2 * parameters[:, :1], np.exp(0.7 * parameters[:, 1:] - 0.5)
        draws = rng.laplace(location, scale, (size, measurements))[..., None]
        inputs = {"parameters": parameters.astype("float32"), "measurements": draws.astype("float32")}
        return inputs, np.zeros(size, "float32")

    return {"train": split(simulations), "validation": split(800), "test": split(800)}
