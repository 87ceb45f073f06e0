import numpy as np
from sklearn.datasets import load_breast_cancer


def load_mine(seed):
    """Measures and diagnosis, shuffled: 340 to learn from, 115 and 114 held out; scaled as the training split says."""
    measures, benign = load_breast_cancer(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(benign))
    measures, malignant = measures[order], 1 - benign[order, None]
    cuts = {"train": slice(0, 340), "validation": slice(340, 455), "test": slice(455, None)}
    mean, std = measures[:340].mean(axis=0), measures[:340].std(axis=0)
    measures = ((measures - mean) / std).astype("float32")
    malignant = malignant.astype("int32")
    return {
        split: (measures[cut], {"malignant": malignant[cut], "measures": measures[cut]}) for split, cut in cuts.items()
    }
