"""What is learnt from: four overlapping classes."""

from sklearn.datasets import make_classification


def load_mine(seed):
    x, y = make_classification(
        5000, 10, n_informative=6, n_redundant=2, n_classes=4, n_clusters_per_class=2, class_sep=1.2, random_state=seed
    )
    cuts = {"train": slice(0, 3000), "validation": slice(3000, 4000), "test": slice(4000, 5000)}
    mean, std = x[cuts["train"]].mean(0), x[cuts["train"]].std(0)
    x = (x - mean) / std
    return {split: (x[cut].astype("float32"), y[cut].astype("int32")) for split, cut in cuts.items()}
