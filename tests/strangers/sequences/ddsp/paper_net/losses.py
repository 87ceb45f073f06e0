from keras import ops


def multi_scale_spectral(y_true, y_pred, sizes=(512, 256, 128), alpha=1.0):
    """sum over FFT sizes of mean |S - S'| + alpha * mean |log S - log S'|, S the magnitudes; overlap of 75 %.

    Args:
        y_true, y_pred: Float["b samples"].

    Returns:
        Float["b"].

    Source: Engel et al. 2020, equation 4 (means over bins and frames instead of sums), averaged over the sizes.
    """

    def magnitude(x, size):
        real, imaginary = ops.stft(x, sequence_length=size, sequence_stride=size // 4, fft_length=size)
        return ops.sqrt(real**2 + imaginary**2 + 1e-6)  # (b, frames, bins)

    total = 0.0
    for size in sizes:
        a, b = magnitude(y_true, size), magnitude(y_pred, size)
        total += ops.mean(ops.abs(a - b), axis=(1, 2))
        total += alpha * ops.mean(ops.abs(ops.log(a) - ops.log(b)), axis=(1, 2))
    return total / len(sizes)


def same(y_true):
    """The prediction of which multi_scale_spectral is least: the sound itself."""
    return y_true
