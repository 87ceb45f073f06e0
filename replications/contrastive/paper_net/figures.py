"""Figures of the paper that no metric gives: functions of a run's folder.

Shapes: b batch.
"""

from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

from .data import labelled
from .recipe import load_run


def linear_probe(run):
    """The test accuracy of a linear classifier on frozen features: {"h": before the projection head, "z": after it}."""
    model, cfg, _ = load_run(run)
    encoder, head = model.get_layer("encoder"), model.get_layer("head")
    splits = labelled(cfg.data.load.seed)
    digits = {split: y for split, (_, y) in splits.items()}
    h = {split: encoder.predict(x, batch_size=500, verbose=0) for split, (x, _) in splits.items()}  # (b, 64)
    z = {split: head.predict(x, batch_size=500, verbose=0) for split, x in h.items()}  # (b, 32)

    def accuracy(features):
        probe = make_pipeline(StandardScaler(), LogisticRegression(max_iter=100))
        with threadpool_limits(1):  # BLAS' threads cost such small matrices more than they give
            probe.fit(features["train"], digits["train"])
        return float(probe.score(features["test"], digits["test"]))

    return {"h": accuracy(h), "z": accuracy(z)}
