"""MACHINERY. `training.judged`: by which figure an epoch is the best, and whether more of it or less is better."""

from omegaconf import OmegaConf

SHARES = ("acc", "auc", "precision", "recall", "f1", "iou")  # metrics that lie in 0 … 1
LAST = "last"
SIGNS = {"max": 1, "min": -1}


def better(name):
    """1 where more of a figure is better, -1 where less is, 0 where its name does not tell."""
    if any(word in name for word in (*SHARES, "dice")):
        return 1
    return -1 if any(word in name for word in ("loss", "error", "mae", "mse")) else 0


def chosen(judged):
    """(figure, sign) by which `training.judged` chooses an epoch; (None, 0) of the last weights, and of no such key.

    Args:
        judged: last, or {best: val/loss}, with `mode: min` or `max` for a figure whose name does not tell.

    Raises:
        ValueError: it is something else; a figure of the test split, too, which must choose nothing.
    """
    if judged in (None, LAST):
        return None, 0
    asked = OmegaConf.to_container(judged) if OmegaConf.is_dict(judged) else judged
    if not isinstance(asked, dict) or {"best"} != {*asked} - {"mode"}:
        raise ValueError
    figure, mode = asked["best"], asked.get("mode")
    split, _, name = str(figure).partition("/")
    sign = SIGNS[mode] if mode in SIGNS else better(name) * (mode is None)
    if split not in ("train", "val") or not sign:
        raise ValueError
    return figure, sign
