"""MACHINERY. What a finished run says of a claim: a figure that it left, or one by a function of one's own."""

import functools
import numbers

from hydra.utils import instantiate
from omegaconf import OmegaConf

from ..keep import run_files


def value(claim, folder):
    """What one run says of a claim of a metric or figure: its end, or the best, or the value, up to an epoch.

    Raises:
        ValueError: the run has no such figure; the message lists those it has.
    """
    if claim.figure:
        return own_figure(claim, folder)
    if not claim.by_epoch:
        return named(run_files.read_json(folder / "result.json"), claim.metric, claim)
    rows = [row for row in run_files.read_history(folder) if row["epoch"] <= claim.by_epoch]
    curve = [named(row, claim.metric, claim) for row in rows]
    return {"at_most": min, "at_least": max}.get(claim.direction, lambda values: values[-1])(curve)


def named(figures, name, claim):
    if name not in figures:
        names = ", ".join(key for key in figures if "/" in key)
        raise ValueError(f"paper.claims.{claim.name}: there is no {name}; a run of it has {names}")
    return figures[name]


def own_figure(claim, folder):
    """The number that a function of the researcher's own answers for a run's folder."""
    found = figures(OmegaConf.to_yaml(OmegaConf.create(claim.figure)), folder)
    if isinstance(found, dict) and claim.pick in found:
        found = found[claim.pick]
    elif isinstance(found, dict) or claim.pick is not None:
        there = f"its names are {', '.join(map(str, found))}" if isinstance(found, dict) else "it answers no names"
        raise ValueError(f"paper.claims.{claim.name}: pick: {claim.pick}: {there}")
    if getattr(found, "shape", ()) != () or not isinstance(getattr(found, "item", lambda: found)(), numbers.Real):
        raise ValueError(f"paper.claims.{claim.name}: figure: expected a number for a run's folder; it is {found!r}")
    return float(found)


@functools.cache
def figures(function, folder):
    """What a function answers for a run's folder: one number, or many by name. Asked once for all claims.

    Args:
        function: YAML of a _target_ and its further arguments.
    """
    return instantiate(OmegaConf.create(function), _partial_=True, _convert_="all")(folder)


def ahead(claim, by_name):
    """By how much the first of two claims is larger than the second: {seed that both were run with: number}."""
    (one, row), (other, below) = (by_name[name] for name in claim.value)
    both = sorted(row.runs.keys() & below.runs.keys())
    return {seed: value(one, row.runs[seed]) - value(other, below.runs[seed]) for seed in both}
