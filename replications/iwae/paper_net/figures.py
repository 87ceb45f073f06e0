"""YOURS. Figures of a run's folder that no metric gives: conf/paper.yaml names them."""

import keras
import numpy as np

from .recipe import load_run


def log_weights(model, images, n):
    """log w of n samples or more for each image, Float["b n"]: predicted for each image several times."""
    times = -(-n // model.output_shape[-1])
    return model.predict(np.repeat(images, times, axis=0), batch_size=2000, verbose=0).reshape(len(images), -1)[:, :n]


def bound(log_w, k):
    """L_k in nats, averaged over images and over groups of k of the samples in log_w, Float["b n"]."""
    groups = log_w.reshape(len(log_w), -1, k)
    return float(np.mean(np.logaddexp.reduce(groups, axis=-1)) - np.log(k))


def nll(folder, n):
    """-L_n on the test split, in nats: what the paper takes for the negative log-likelihood, with n = 5000."""
    model, _, data = load_run(folder)
    return -bound(log_weights(model, data.test[0], n), n)


def least_rise(folder, ks):
    """The least L_(next k) - L_k on the test split, in nats, of one and the same samples; each k divides the next."""
    model, _, data = load_run(folder)
    log_w = log_weights(model, data.test[0], ks[-1])
    return float(np.min(np.diff([bound(log_w, k) for k in ks])))


def active_units(folder, threshold):
    """How many latent units have a posterior mean whose variance over the test split is above the threshold."""
    model, _, data = load_run(folder)
    means = keras.Model(model.input, model.get_layer("mean").output).predict(data.test[0], verbose=0)  # (b, d)
    return int(np.sum(np.var(means, axis=0) > threshold))
