import numpy as np
from sklearn.datasets import make_classification
from sklearn.preprocessing import StandardScaler


def load_mine(noise, train, held_out, seed):
    """Six classes of several clusters each; a share of the labels that are learnt from is drawn anew.

    Args:
        noise: share of the training samples whose label becomes one of the other classes, each as likely.
        train: samples of the training split.
        held_out: samples of validation and test, each, whose labels are right.
        seed: of the samples and the noise.
    """
    rng = np.random.default_rng(seed)
    x, y = make_classification(
        train + 2 * held_out, n_features=30, n_informative=12, n_redundant=4, n_classes=6, n_clusters_per_class=2,
        class_sep=2.0, flip_y=0, random_state=seed,
    )  # fmt: skip
    parts = np.split(np.arange(len(y)), [train, train + held_out])
    scaler = StandardScaler().fit(x[parts[0]])
    x, y = scaler.transform(x).astype("float32"), y.astype("int32")
    learnt = parts[0]
    wrong = learnt[rng.random(len(learnt)) < noise]
    y[wrong] = (y[wrong] + rng.integers(1, 6, len(wrong))) % 6
    return {name: (x[part], y[part]) for name, part in zip(("train", "validation", "test"), parts, strict=False)}
