import numpy as np


def load_mine(fruits, photos, seed):
    """Drawn photographs of fruits on a belt, from distances that are known; what does each weigh?

    Args:
        fruits: of all splits: 60 % for training, 20 % for validation, 20 % for the test.
        photos: of each fruit, from another distance and turned otherwise.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:20, :20] - 9.5
    images, distances, masses, fruit = [], [], [], []
    for number in range(fruits):
        long, slim = np.exp(rng.normal(1.25, 0.25)), rng.uniform(0.6, 1)  # half the length, in centimetres
        mass = 4 / 3 * np.pi * long**3 * slim**2 * np.exp(rng.normal(0, 0.05))  # its density varies
        colour = rng.uniform(0.5, 0.9)
        for _ in range(photos):
            distance, angle, place = rng.uniform(30, 70), rng.uniform(0, np.pi), rng.uniform(-1.5, 1.5, 2)
            u, v = x - place[0], y - place[1]
            along, across = np.cos(angle) * u + np.sin(angle) * v, np.cos(angle) * v - np.sin(angle) * u
            pixels = 70 / distance * long  # half the length, in pixels
            inside = 1 - np.hypot(along / pixels, across / pixels / slim)
            image = 0.2 + (colour - 0.2) / (1 + np.exp(-inside * pixels * 2)) + rng.normal(0, 0.05, x.shape)
            images.append(image[..., None])
            distances.append([distance])
            masses.append([np.log(mass)])
            fruit.append(number)
    images, distances, masses = (np.array(part, "float32") for part in (images, distances, masses))
    fruit = np.array(fruit)
    order = rng.permutation(fruits)
    cuts = np.split(order, [int(0.6 * fruits), int(0.8 * fruits)])
    rows = {
        name: np.flatnonzero(np.isin(fruit, cut))
        for name, cut in zip(("train", "validation", "test"), cuts, strict=False)
    }
    seen = distances[rows["train"]]
    distances = (distances - seen.mean()) / seen.std()
    splits = {name: ({"photo": images[at], "distance": distances[at]}, masses[at]) for name, at in rows.items()}
    return splits | {"groups": {name: fruit[at] for name, at in rows.items()}}
