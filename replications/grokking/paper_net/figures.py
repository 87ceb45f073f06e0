"""YOURS. Figures of a run's folder that no metric gives; claims in conf/paper.yaml name them by `figure`."""

import csv
from pathlib import Path

import numpy as np

from . import recipe


def grokking(run_dir, threshold=0.99):
    """When the training and the validation accuracy reach `threshold`, in full-batch updates.

    Returns:
        {"fitted": update at which the training accuracy does, "generalized": at which the validation accuracy does (one
        past the last, if it never does), "delay": their ratio, "at_fit": the validation accuracy when fitted}
    """
    with (Path(run_dir) / "history.csv").open(encoding="utf-8") as file:
        history = list(csv.DictReader(file))
    validation = np.array([float(row["val/accuracy"]) for row in history])
    training = np.array([float(row["train/accuracy"]) for row in history])  # the mean over the updates of a row
    updates = [int(row["step"]) for row in history]
    updates.append(updates[-1] + 1)
    fitted, generalized = (int(np.argmax([*(accuracy >= threshold), True])) for accuracy in (training, validation))
    return {
        "fitted": updates[fitted],
        "generalized": updates[generalized],
        "delay": updates[generalized] / updates[fitted],
        "at_fit": float(validation[min(fitted, len(history) - 1)]),
    }


def periodicity(run_dir):
    """How far the hidden units are waves of one frequency each, as Gromov's equation 6 has them.

    Returns:
        The share of the strongest frequency in the power spectrum of a unit's weights, without the constant, averaged
        over units and over the two summands: 1 for a wave, about 0.2 for random weights at p = 31.
    """
    model, _, _ = recipe.load_run(run_dir)
    kernel = np.array(model.get_layer("hidden").kernel)  # (2 * p, n)
    power = np.abs(np.fft.rfft(kernel.reshape(2, len(kernel) // 2, -1), axis=1)[:, 1:]) ** 2  # (2, (p - 1) / 2, n)
    return float(np.mean(power.max(axis=1) / power.sum(axis=1)))
