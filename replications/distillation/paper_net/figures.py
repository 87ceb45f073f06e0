"""Figures of the paper that no metric gives: functions of a run's folder.

Shapes: b batch.
"""

import numpy as np
import tensorflow as tf
from hydra.utils import instantiate

from .recipe import load_run


def unseen(run):
    """How a student answers to the class that it never saw, before and after that class's bias is raised (Section 3).

    The paper chooses the bias on the test set; here the validation set chooses it.

    Returns:
        The share of the class's test samples that are recognised: {"raw": …, "corrected": …}.
    """
    model, cfg, data = load_run(run)
    omit = cfg.data.load.omit

    def digits(x, bias):
        logits = model.predict(x, batch_size=500, verbose=0)["digit"]  # (b, 10)
        return np.argmax(logits + bias * np.eye(10)[omit], axis=-1)  # (b,)

    def accuracy(bias):
        x, y = data.validation
        return np.mean(digits(x, bias) == y["digit"])

    bias = max(np.arange(0, 10, 0.5), key=accuracy)
    x, y = data.test
    hits = {name: digits(x, raised) == omit for name, raised in (("raw", 0), ("corrected", bias))}
    return {name: float(np.mean(hit[y["digit"] == omit])) for name, hit in hits.items()}


def gradient_ratio(run):
    """The norm of the soft term's gradient by the student's logits at twice its temperature, relative to that at it."""
    model, cfg, data = load_run(run)
    x, y = data.test
    logits = tf.constant(model.predict(x, batch_size=500, verbose=0)["teacher"])  # (b, 10)

    def norm(temperature):
        loss = instantiate(cfg.loss.function.teacher, temperature=temperature)
        with tf.GradientTape() as tape:
            tape.watch(logits)
            value = loss(tf.constant(y["teacher"]), logits)
        return np.linalg.norm(tape.gradient(value, logits))

    temperature = cfg.loss.function.teacher.temperature
    return float(norm(2 * temperature) / norm(temperature))
