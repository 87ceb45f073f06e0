"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy.
"""

import functools

import keras
import numpy as np
from keras import layers
from mnist1d.data import get_dataset_args, make_dataset


def load_mine(seed, share, omit):
    """MNIST-1D and a teacher's answers to it.

    Args:
        seed: of the signals, the split and the teacher, whatever the seed of the run.
        share: of the training samples that are kept, 0 … 1.
        omit: the class that is left out of the training samples, or null.

    Returns:
        The splits, of 3500, 500 and 1000 samples: signals (n, 40, 1), and {"digit": (n,), "teacher": logits (n, 10)}.
    """
    splits, teacher = taught(seed)
    data = {
        split: (x, {"digit": y, "teacher": teacher.predict(x, batch_size=500, verbose=0)})
        for split, (x, y) in splits.items()
    }
    x, y = data["train"]
    few = np.arange(len(x)) < round(share * len(x))  # make_dataset has shuffled them
    kept = few & (y["digit"] != omit) if omit is not None else few
    data["train"] = (x[kept], {name: array[kept] for name, array in y.items()})
    return data


@functools.cache
def taught(seed):
    """The splits {name: (signals, digits)}, and the teacher, trained on the first of them."""
    args = get_dataset_args()
    args.seed = seed
    drawn = make_dataset(args)
    x, x_test = (drawn[name][..., None].astype("float32") for name in ("x", "x_test"))  # (n, 40, 1)
    y, y_test = (drawn[name].astype("int32") for name in ("y", "y_test"))
    splits = {"train": (x[:3500], y[:3500]), "validation": (x[3500:], y[3500:]), "test": (x_test, y_test)}

    # As the paper's: larger than the student, with dropout, and on shifted copies, which the student never sees.
    # Every draw has a seed of its own: what a run draws is the same with and without a teacher trained before it.
    rng = np.random.default_rng(seed)
    x, y = np.concatenate([np.roll(x[:3500], shift, axis=1) for shift in range(-2, 3)]), np.tile(y[:3500], 5)
    teacher = keras.Sequential([keras.Input(x.shape[1:])])
    for block in range(3):
        kernel = keras.initializers.HeNormal(seed + block)
        teacher.add(layers.Conv1D(50, 5, 2, padding="same", activation="relu", kernel_initializer=kernel))
        teacher.add(layers.Dropout(0.2, seed=seed + block))
    teacher.add(layers.Flatten())
    teacher.add(layers.Dense(10, kernel_initializer=keras.initializers.GlorotUniform(seed)))
    teacher.compile(keras.optimizers.Adam(0.002), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    order = np.concatenate([rng.permutation(len(x)) for _ in range(8)])
    teacher.fit(x[order], y[order], batch_size=100, shuffle=False, verbose=0)
    return splits, teacher
