"""YOURS. What is minimised: denoising score matching, Vincent 2011."""

from keras import ops


def denoising(y_true, y_pred, sigma):
    """|y_pred - y_true|² / (2 sigma²), a sample; about 1 for a denoiser that returns what it is given.

    The score is (denoised - noisy) / sigma², by Tweedie's formula.
    """
    return ops.sum(ops.square(y_pred - y_true), axis=-1) / (2 * sigma**2)
