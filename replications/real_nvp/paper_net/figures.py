"""YOURS. Figures of a run's folder that no metric gives: conf/paper.yaml names them."""

import numpy as np
import tensorflow as tf

from .data import log_density
from .losses import flow_negative_log_likelihood
from .recipe import load_run


def log_likelihood(model, points):
    """log q of the flow at points, in nats, Float["n"]."""
    y_pred = model.predict(points, batch_size=5000, verbose=0)
    return -np.asarray(flow_negative_log_likelihood(None, y_pred))


def gap(folder):
    """Mean log p - log q on the test split, in nats: what the flow's loss lies above the entropy of what is known."""
    model, _, data = load_run(folder)
    points = data.test[0]
    return float(np.mean(log_density(points) - log_likelihood(model, points)))


def round_trip(folder):
    """The largest distance of a test point from the inverse of what it is mapped to, along a coordinate."""
    model, _, data = load_run(folder)
    points = data.test[0]
    x = model.predict(points, verbose=0)[:, :2]
    for step in reversed([layer for layer in model.layers if hasattr(layer, "inverse")]):
        x = step.inverse(x)
    return float(np.max(np.abs(x - points)))


def log_det_error(folder):
    """The largest difference, in nats, of the flow's log determinant from that of the Jacobian by differentiation."""
    model, _, data = load_run(folder)
    points = tf.convert_to_tensor(data.test[0][:1000])
    with tf.GradientTape() as tape:
        tape.watch(points)
        y_pred = model(points)
        z = y_pred[:, :2]
    _, log_det = np.linalg.slogdet(tape.batch_jacobian(z, points))
    return float(np.max(np.abs(log_det - y_pred[:, 2])))


def integral(folder):
    """The integral of the flow's density over [-8, 8]**2, by a sum over a grid."""
    model, _, _ = load_run(folder)
    axis, step = np.linspace(-8, 8, 401, retstep=True)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2).astype("float32")
    return float(np.sum(np.exp(log_likelihood(model, points))) * step**2)


def moved(folder):
    """How far the flow moves the first coordinate of a test point, at most."""
    model, _, data = load_run(folder)
    return float(np.max(np.abs(model.predict(data.test[0], verbose=0)[:, 0] - data.test[0][:, 0])))
