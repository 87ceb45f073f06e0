import numpy as np


def load_mine(train, held_out, seed):
    """Points of the data and of the noise, the noise's log density at each, and which it is."""
    rng = np.random.default_rng(seed)
    fitted = rings(rng, train)
    mean, covariance = fitted.mean(axis=0), np.cov(fitted.T)

    def pairs(data):
        noise = rng.multivariate_normal(mean, covariance, len(data))
        points = np.concatenate([data, noise])
        away = points - mean
        distance = np.einsum("ni,ij,nj->n", away, np.linalg.inv(covariance), away)
        log_noise = -0.5 * distance - 0.5 * np.linalg.slogdet(2 * np.pi * covariance)[1]
        label = np.repeat([1, 0], len(data))
        order = rng.permutation(len(points))
        inputs = {"point": points[order].astype("float32"), "log_noise": log_noise[order, None].astype("float32")}
        return inputs, label[order, None].astype("float32")

    return {"train": pairs(fitted), "validation": pairs(rings(rng, held_out)), "test": pairs(rings(rng, held_out))}


def rings(rng, number):
    """Two rings, of radius 1 and 2.5, a third of the points on the inner one."""
    radius = np.where(rng.random(number) < 1 / 3, 1, 2.5) + 0.2 * rng.normal(size=number)
    angle = rng.uniform(0, 2 * np.pi, number)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
