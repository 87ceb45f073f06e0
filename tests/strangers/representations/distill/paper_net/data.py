"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier


def load_mine(temperature, train, seed):
    """Digits, with a teacher's probabilities beside each label."""
    images, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(labels))
    images, labels = images[order].astype("float32") / 16, labels[order].astype("int32")
    teacher = MLPClassifier((128,), alpha=1.0, max_iter=40, random_state=seed)
    teacher.fit(images[:train], labels[:train])

    def split(start, stop):
        x = images[start:stop]
        logits = teacher.predict_log_proba(x) / temperature  # a softmax's logits, but for a constant
        soft = np.exp(logits - logits.max(axis=1, keepdims=True))
        soft = soft / soft.sum(axis=1, keepdims=True)
        return x, {"hard": labels[start:stop], "soft": soft.astype("float32")}

    return {"train": split(0, train), "validation": split(train, train + 400), "test": split(train + 400, None)}
