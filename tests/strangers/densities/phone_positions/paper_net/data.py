import numpy as np


def load_mine(phones, seed):
    """Signal strengths of six beacons and the place of the phone.

    Args:
        phones: how many.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    beacons = np.array([[-9, -4], [-9, 4], [-3, 5], [0, -5], [4, 5], [9, -3]])
    places = rng.uniform([-10, -5], [10, 5], size=(phones, 2))
    distance = np.linalg.norm(places[:, None] - beacons, axis=-1)  # (phones, 6)
    strength = -40 - 22 * np.log10(distance + 0.5) + rng.normal(0, 2.5, distance.shape)
    strength = np.maximum(strength, -66)  # weaker ones are not heard
    places, strength = places.astype("float32"), strength.astype("float32")
    first, second = int(0.7 * phones), int(0.85 * phones)
    strength = (strength - strength[:first].mean(axis=0)) / strength[:first].std(axis=0)
    return {
        "train": (strength[:first], places[:first]),
        "validation": (strength[first:second], places[first:second]),
        "test": (strength[second:], places[second:]),
    }
