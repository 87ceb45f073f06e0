def negative_log_density(y_true, y_pred):
    """-log p(x), from the network's log p(x); the targets are not read."""
    return -y_pred
