"""YOURS. What is learnt from: the chemistry of wines, from scikit-learn."""

import numpy as np


def load_wine(seed=1):
    """178 wines of three growers, 13 measurements each; two thirds to train on.

    Returns:
        The splits; inputs Float["b 13"], standardized as the training rows are; targets Int["b"] in 0 … 2.
    """
    from sklearn import datasets, model_selection

    table, grower = datasets.load_wine(return_X_y=True)
    x, x_validation, y, y_validation = model_selection.train_test_split(
        table, grower, test_size=1 / 3, stratify=grower, random_state=seed
    )
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    x, x_validation = (((rows - mean) / deviation).astype("float32") for rows in (x, x_validation))
    return {"train": (x, y.astype("int32")), "validation": (x_validation, np.asarray(y_validation, "int32"))}
