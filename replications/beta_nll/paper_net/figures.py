"""Figures that no metric gives, of a run's folder."""

import numpy as np
from keras import ops

from .losses import beta_nll
from .recipe import load_run


def beta_one_is_squared_error(run_dir):
    """Largest distance between the mean's gradients by beta = 1 and by (y_true - mean)**2 / 2, on the test split.

    Source: Seitzer et al. 2022, Section 4, at beta = 1.
    """
    import tensorflow as tf

    model, _, data = load_run(run_dir)
    x, y = data.test
    outputs = tf.convert_to_tensor(model.predict(x, verbose=0))
    with tf.GradientTape() as tape:
        tape.watch(outputs)
        loss = ops.sum(beta_nll(y, outputs, beta=1.0))
    difference = tape.gradient(loss, outputs)[:, :1] - (outputs[:, :1] - y)
    return float(np.max(np.abs(difference)))
