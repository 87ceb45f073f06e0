from keras import ops


def energy(places):
    """A bent valley with two basins: u = x⁴ / 4 - x² / 2 + x / 4 + 2 (y - x² / 2)²."""
    x, y = places[..., 0], places[..., 1]
    return x**4 / 4 - x**2 / 2 + x / 4 + 2 * ops.square(y - x**2 / 2)


def free_energy(y_true, y_pred):
    """u(F(z)) - log |det ∂F/∂z|: energy less the entropy that is gained; y_pred is F(z) and the log determinant."""
    return energy(y_pred[..., :2]) - y_pred[..., 2]
