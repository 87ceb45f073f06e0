"""YOURS. Figures of a run's folder that no metric gives; claims in conf/paper.yaml name them by `figure`."""

import csv
from pathlib import Path

import keras
import numpy as np

from . import recipe


def prefix_matching(run_dir):
    """The best head's prefix matching: the attention that it pays to what followed the current token before.

    Returns:
        Mean attention, 0 … 1, from the second half of the validation sequences to the token after the earlier
        occurrence of the current one; of the head where it is largest. Olsson et al. 2022, argument 1.
    """
    model, _, data = recipe.load_run(run_dir)
    tokens, following = (np.asarray(array) for array in data.validation)
    heads = [layer.output[1] for layer in model.layers if isinstance(layer, keras.layers.MultiHeadAttention)]
    scores = keras.Model(model.input, heads).predict(tokens, verbose=0)
    scores = np.stack([scores] if len(heads) == 1 else scores)[:, :, 0, -following.shape[1] :]  # (heads, n, now, then)
    matches = tokens[:, None, 1:] == following[:, :, None]  # (n, now, then - 1)
    earlier = tokens[:, None, :-1] == tokens[:, -following.shape[1] :, None]
    matching = np.sum(scores[..., 1:] * (matches & earlier), axis=-1)  # (heads, n, now)
    return float(matching.mean(axis=(1, 2)).max())


def first_epoch(run_dir, accuracy=0.5):
    """The epoch in which the validation accuracy first reaches `accuracy`; one past the last, if it never does."""
    with (Path(run_dir) / "history.csv").open(encoding="utf-8") as file:
        reached = [float(row["val/accuracy"]) >= accuracy for row in csv.DictReader(file)]
    return 1 + (reached.index(True) if any(reached) else len(reached))
