"""Biopsies, few of them with a diagnosis."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def load_mine(diagnosed, seed):
    measures, benign = load_breast_cancer(return_X_y=True)
    malignant = 1 - benign
    train, rest = train_test_split(np.arange(len(measures)), test_size=200, stratify=malignant, random_state=seed)
    validation, test = train_test_split(rest, test_size=100, stratify=malignant[rest], random_state=seed)
    x = StandardScaler().fit(np.log1p(measures[train])).transform(np.log1p(measures)).astype("float32")
    unknown = np.random.default_rng(seed).permutation(train)[diagnosed:]
    diagnosis = malignant.astype("float32")
    diagnosis[unknown] = -1

    def split(of):
        return x[of], {"diagnosis": diagnosis[of, None], "profile": x[of]}

    return {"train": split(train), "validation": split(validation), "test": split(test)}
