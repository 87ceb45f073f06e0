def riesz(y_true, y_pred, representer=0.1, targeted=1.0):
    """Outcome's squared error + the representer's loss + the targeted regularization.

        (y - g)² + λ1 (a(x, t)² - 2 (a(x, 1) - a(x, 0))) + λ2 (y - g - ε a)²

    Args:
        y_true: Float["b 1"], outcomes.
        y_pred: Float["b 7"]: g(x, t), g(x, 1), g(x, 0), a(x, t), a(x, 1), a(x, 0), ε a(x, t).

    Source: Chernozhukov et al. 2022, Section 3.
    """
    y = y_true[:, 0]
    g, a, a1, a0, shift = (y_pred[:, i] for i in (0, 3, 4, 5, 6))
    functional = a1 - a0  # m(W; a) of the average treatment effect
    of_representer = a**2 - 2 * functional
    return (y - g) ** 2 + representer * of_representer + targeted * (y - g - shift) ** 2


def effect(y_true, y_pred):
    """The debiased effect of one person, whose mean is the estimate: m(W; g) + a (y - g)."""
    g, g1, g0, a = (y_pred[:, i] for i in range(4))
    return g1 - g0 + a * (y_true[:, 0] - g)


def of_outcome(y_true, y_pred):
    return (y_true[:, 0] - y_pred[:, 0]) ** 2
