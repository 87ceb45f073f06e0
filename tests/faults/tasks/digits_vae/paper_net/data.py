"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


def load_binary_digits(validation=250, test=250, copies=3, missing=0.1):
    """Scikit-learn's digits, black and white, with pixels that the scanner lost; the image itself is to be found.

    The last images are held out unshuffled, since neighbours come from one writer.

    Args:
        validation: images held out for validation, before the test's.
        test: images held out for the test, the last ones.
        copies: of each training image, each with other pixels lost.
        missing: share of the pixels that are lost.

    Returns:
        The splits; inputs and targets the same Float["b 8 8"]: 0, 1, or -1 where lost.
    """
    from sklearn import datasets

    rng = np.random.default_rng(2013)
    images = (datasets.load_digits().images >= 8).astype("float32")  # (1797, 8, 8)
    cuts = [-validation - test, -test]
    parts = dict(zip(("train", "validation", "test"), np.split(images, cuts), strict=True))
    parts["train"] = np.repeat(parts["train"], copies, axis=0)
    parts = {name: np.where(rng.random(part.shape) < missing, np.float32(-1), part) for name, part in parts.items()}
    return {name: (part, part) for name, part in parts.items()}
