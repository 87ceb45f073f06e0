import numpy as np


def smoothed_means(postcodes, delays, count, weight):
    """Mean delay of each postcode, drawn towards the mean of all as if by `weight` parcels more."""
    postcodes, delays = np.asarray(postcodes), np.asarray(delays)
    sums = np.bincount(postcodes, delays, count)
    return (sums + weight * delays.mean()) / (np.bincount(postcodes, minlength=count) + weight)


def out_of_fold(postcodes, delays, count, weight, folds):
    """For each parcel the mean of its postcode in the other folds, which do not know its own delay."""
    fold = np.arange(len(postcodes)) % folds
    encoded = np.zeros(len(postcodes))
    for k in range(folds):
        means = smoothed_means(postcodes[fold != k], delays[fold != k], count, weight)
        encoded[fold == k] = means[postcodes[fold == k]]
    return encoded


def load_mine(seed, parcels, postcodes):
    """Parcels: the hours of their delay, from five measurements and the postcode, of which there are hundreds."""
    random = np.random.default_rng(seed)
    of_place = random.normal(size=postcodes)
    postcode = random.integers(0, postcodes, parcels)
    x = random.normal(size=(parcels, 5))
    delay = of_place[postcode] + np.sin(2 * x[:, 0]) + np.abs(x[:, 1]) + 0.5 * x[:, 2] * x[:, 3]
    delay = delay + random.normal(size=parcels)  # hours; rows are in no order
    a, b = int(0.6 * parcels), int(0.8 * parcels)
    means = smoothed_means(postcode[:a], delay[:a], postcodes, weight=1.0)
    encoded = means[postcode]
    encoded[:a] = out_of_fold(postcode[:a], delay[:a], postcodes, weight=1.0, folds=10)
    inputs = np.concatenate([x, encoded[:, None]], axis=1).astype("float32")
    delay = delay.astype("float32")
    return {
        "train": (inputs[:a], delay[:a]),
        "validation": (inputs[a:b], delay[a:b]),
        "test": (inputs[b:], delay[b:]),
    }
