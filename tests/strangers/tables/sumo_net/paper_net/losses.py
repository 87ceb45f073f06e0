def censored_likelihood(y_true, y_pred):
    """-log f(t) where death was seen, -log S(t) where not; y_pred is both logarithms."""
    event = y_true[:, 0]
    return -(event * y_pred[:, 0] + (1 - event) * y_pred[:, 1])
