"""What the paper states and no metric gives."""

import numpy as np

from .model import RISING


def wrong_way(run):
    """The largest change against a column's direction when that column alone is raised; 0 of a monotone network."""
    from .recipe import load_run

    model, _, data = load_run(run)
    x = np.array(data.validation[0])
    before = np.array(model(x))
    worst = 0.0
    for column, sign in enumerate(RISING):
        if sign:
            raised = x.copy()
            raised[:, column] += 0.7
            worst = max(worst, float((sign * (before - np.array(model(raised)))).max()))
    return worst
