import numpy as np
from sklearn.datasets import load_breast_cancer


def load_mine(seed):
    """Thirty measurements of tumours, standardized by training's mean and deviation; they are their own targets."""
    x = np.random.default_rng(seed).permutation(load_breast_cancer().data)
    mean, deviation = x[:369].mean(axis=0), x[:369].std(axis=0)
    x = ((x - mean) / deviation).astype("float32")
    return {"train": (x[:369], x[:369]), "validation": (x[369:469], x[369:469]), "test": (x[469:], x[469:])}
