import math

from keras import ops


def spectral_distance(y_true, y_pred):
    """2 / pi · arccos of the cosine between two spectra; fragments that are impossible (-1) do not count.

    Source: Gessulat et al. 2019, Prosit, Methods.
    """
    there = ops.cast(y_true >= 0, y_pred.dtype)  # (b, fragments)
    true, predicted = unit(y_true * there), unit(y_pred * there)
    cosine = ops.clip(ops.sum(true * predicted, axis=-1), -1 + 1e-6, 1 - 1e-6)
    return 2 / math.pi * ops.arccos(cosine)


def unit(x):
    return x / ops.sqrt(ops.maximum(ops.sum(ops.square(x), axis=-1, keepdims=True), 1e-12))


def best(y_true):
    return ops.maximum(y_true, 0.0)


def spectral_angle(y_true, y_pred):
    return 1 - spectral_distance(y_true, y_pred)
