import numpy as np


def counts(most, share, classes):
    """How many samples each class has in training, the most frequent first."""
    return np.round(most * np.asarray(share, "float64") ** np.arange(classes)).astype(int)


def load_mine(most, share, classes, held_out, features, seed):
    """A long tail of classes to learn from; validation and test have as many samples of each class."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(0, 0.75, (classes, features))
    splits = {}
    for split in ("train", "validation", "test"):
        number = counts(most, share, classes) if split == "train" else np.full(classes, held_out)
        label = np.repeat(np.arange(classes), number)
        x = centres[label] + draw.normal(0, 1, (len(label), features))
        order = draw.permutation(len(label))
        splits[split] = (x[order].astype("float32"), label[order].astype("int32"))
    return splits
