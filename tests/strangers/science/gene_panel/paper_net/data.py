import numpy as np
from sklearn.feature_selection import f_classif


def load_mine(patients, genes, panel, informative, seed):
    """Expression of a few genes, in which the subtypes differ a little; the others are noise in correlated modules.

    Args:
        patients: of each split.
        genes: that were measured.
        panel: genes that are kept, those with the largest F statistic.
        informative: genes whose mean differs between the subtypes.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    count = sum(patients.values())
    subtype = rng.integers(0, 3, count)
    shift = np.zeros((3, genes))
    shift[:, rng.choice(genes, informative, replace=False)] = rng.normal(0, 0.45, (3, informative))
    modules = rng.normal(size=(count, 50))[:, rng.integers(0, 50, genes)]  # what genes of one pathway share
    expression = shift[subtype] + 0.4 * modules + rng.normal(size=(count, genes))
    rows = np.split(np.arange(count), np.cumsum([*patients.values()])[:-1])
    train = rows[0]
    score, _ = f_classif(expression[train], subtype[train])
    x = expression[:, np.argsort(score)[-panel:]]
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    pairs = ((x[row].astype("float32"), subtype[row].astype("int32")) for row in rows)
    return dict(zip(patients, pairs, strict=True))
