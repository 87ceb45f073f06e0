from sklearn.datasets import make_classification


def load_mine(seed):
    """6 classes of 2 clusters each: 2000 samples to learn from, 500 and 500 held out."""
    x, y = make_classification(
        3000,
        n_features=20,
        n_informative=12,
        n_redundant=4,
        n_classes=6,
        n_clusters_per_class=2,
        class_sep=2.0,
        flip_y=0.02,
        random_state=seed,
    )
    x = (x - x[:2000].mean(axis=0)) / x[:2000].std(axis=0)
    x, y = x.astype("float32"), y.astype("int32")
    return {"train": (x[:2000], y[:2000]), "validation": (x[2000:2500], y[2000:2500]), "test": (x[2500:], y[2500:])}
