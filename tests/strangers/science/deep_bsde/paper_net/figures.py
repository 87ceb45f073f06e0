"""Figures that no metric gives, of a run's folder."""

from .recipe import load_run


def solution(run_dir):
    """u(0, 0), the value of the equation at the start."""
    model, _, _ = load_run(run_dir)
    return float(model.get_layer("bsde").start)
