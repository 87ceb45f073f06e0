"""MACHINERY. The data sets of Keras' own loaders, as splits: conf/data/mnist.yaml and others name these functions.

They are downloaded once, to Keras' cache. Validation is held out from what Keras calls the training data by a seeded
permutation; of classes it has the same shares as training.
"""

import logging
import os
from pathlib import Path

import numpy as np

log = logging.getLogger(__name__)

FILES = {  # of each data set, in the folder `datasets` of Keras' cache
    "mnist": "mnist.npz",
    "fashion_mnist": "fashion-mnist",
    "cifar10": "cifar-10-batches-py-target_archive",
    "cifar100": "cifar-100-python-target_archive",
    "imdb": "imdb.npz",
    "reuters": "reuters.npz",
    "california_housing": "california_housing.npz",
}
DOLLARS = 100_000  # in which prices are told


def images(name, validation, seed):
    """MNIST, Fashion-MNIST, CIFAR-10, CIFAR-100.

    Args:
        name: mnist, fashion_mnist, cifar10, cifar100.
        validation: training samples held out; 0 validates on the test split.
        seed: of the permutation that chooses them.

    Returns:
        The splits; inputs Float["b h w c"] in 0 … 1, targets Int["b"].

    Raises:
        OSError: it is not in Keras' cache, and cannot be downloaded.
        ValueError: `validation` is more than there are.
    """

    def scaled(images, labels):
        images = images[..., None] if images.ndim == 3 else images
        return images / np.float32(255), labels.reshape(-1).astype("int32")

    # Scaled once they are apart: as floats they take four times the memory.
    return {split: scaled(*pair) for split, pair in held_out(*downloaded(name), validation, seed).items()}


def sequences(name, words, length, validation, seed):
    """IMDB's reviews and Reuters' newswires, as numbers of words: the lower, the more frequent.

    Args:
        name: imdb, reuters.
        words: the vocabulary: 0 fills up, 1 begins a text, 2 is any rarer word, then come the most frequent ones.
        length: of each sequence: a shorter text is filled up at its front, of a longer one the end is kept.
        validation, seed: as for `images`.

    Returns:
        The splits; inputs Int["b length"] in 0 … words - 1, targets Int["b"].

    Raises:
        OSError, ValueError: as `images`.
    """
    pairs = downloaded(name, num_words=words)
    from keras.utils import pad_sequences

    padded = [(pad_sequences(texts, maxlen=length), labels.astype("int32")) for texts, labels in pairs]
    return held_out(*padded, validation, seed)


def california_housing(validation, seed):
    """Prices of houses in 20,640 districts of California, by eight figures of each.

    Args:
        validation, seed: as for `images`.

    Returns:
        The splits; inputs Float["b 8"], standardized by what is left to train on, targets Float["b"] in 100,000 $.

    Raises:
        OSError, ValueError: as `images`.
    """
    splits = held_out(*downloaded("california_housing"), validation, seed, stratified=False)
    mean, deviation = splits["train"][0].mean(axis=0), splits["train"][0].std(axis=0)
    return {
        split: (((figures - mean) / deviation).astype("float32"), (prices / DOLLARS).astype("float32"))
        for split, (figures, prices) in splits.items()
    }


def downloaded(name, **arguments):
    """((inputs, targets) to train on, the same to test on), as Keras' loader returns them."""
    from ..keras_side.backend import keras  # the first to import Keras: it keeps TensorFlow's start silent

    try:
        return getattr(keras.datasets, name).load_data(**arguments)
    except Exception as error:  # which is what Keras raises where it cannot download
        where = f"its file must lie at {place(name)}"
        raise OSError(f"{name} is not whole in Keras' cache and cannot be downloaded: {where} ({error})") from error


def place(name):
    """Where Keras looks for a data set: a file, of fashion_mnist a folder."""
    return Path(os.environ.get("KERAS_HOME", "~/.keras")).expanduser() / "datasets" / FILES[name]


def held_out(train, test, validation, seed, stratified=True):
    """The splits train, validation and test; `validation` samples of `train` are held out."""
    from sklearn.model_selection import train_test_split

    inputs, targets = train
    if not 0 <= validation < len(inputs):
        raise ValueError(f"data.load.validation={validation}: expected 0 to {len(inputs) - 1} of the training samples")
    if validation == 0:
        log.warning("validating on the test split: its figures are no longer unseen ones")
        return {"train": train, "validation": test, "test": test}
    kept, out = train_test_split(
        np.arange(len(inputs)), test_size=validation, random_state=seed, stratify=targets if stratified else None
    )
    return {"train": (inputs[kept], targets[kept]), "validation": (inputs[out], targets[out]), "test": test}
