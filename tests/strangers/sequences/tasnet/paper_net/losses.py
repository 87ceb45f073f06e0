from keras import ops


def si_snr(y_true, y_pred):
    """Scale-invariant signal-to-noise ratio in dB, of signals (b, t, 1).

        target = <y_pred, y_true> y_true / |y_true|²,   10 log10(|target|² / |y_pred - target|²)

    Source: Luo and Mesgarani 2019, Section II-E. Both have no mean.
    """
    true = y_true - ops.mean(y_true, axis=1, keepdims=True)
    pred = y_pred - ops.mean(y_pred, axis=1, keepdims=True)
    scale = ops.sum(pred * true, axis=1, keepdims=True) / (ops.sum(true**2, axis=1, keepdims=True) + 1e-8)
    target = scale * true  # (b, t, 1)
    noise = pred - target
    ratio = (ops.sum(target**2, axis=1) + 1e-8) / (ops.sum(noise**2, axis=1) + 1e-8)  # (b, 1)
    return 10 * ops.log10(ratio)


def negative_si_snr(y_true, y_pred):
    return -si_snr(y_true, y_pred)


def clean(y_true):
    return y_true
