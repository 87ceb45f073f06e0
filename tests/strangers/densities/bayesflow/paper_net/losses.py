import math

from keras import ops


def latent(y_true, y_pred):
    """-log density of the parameters: that of their latents, times the volume.

    Args:
        y_true: not read; the parameters are an input.
        y_pred: Float["b 3"], two latents and log |det|.

    Returns:
        Float["b"].

    Source: Radev et al. 2020, equation 13.
    """
    z, log_det = y_pred[:, :2], y_pred[:, 2]
    return 0.5 * ops.sum(z**2, axis=-1) + math.log(2 * math.pi) - log_det
