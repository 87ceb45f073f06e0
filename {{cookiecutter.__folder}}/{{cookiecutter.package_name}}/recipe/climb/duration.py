"""MACHINERY. How long the rungs that train will take, in seconds: said before they begin."""

import logging
from importlib import import_module

from ..checks import as_claimed
from ..checks.verdicts import RUNGS
from ..keep import printing

log = logging.getLogger(__name__)
WHOLE = ("all", "init", "seed")  # they train on the whole data, several times each
LONG = {"ten", *WHOLE}
# Of a training at full length: what a FAIL or a WARN may wait for, and what a claim of the paper's, where all passes.
FAIL_SECONDS, CLAIM_SECONDS = 60, 15
EPOCH = 0.03  # seconds of an epoch beside its steps, a small validation with it; measured on one core


def of_all_steps(program, start, step):
    """Seconds of the whole training of a program.Program whose start and each of whose steps take so many."""
    return start + program.plan.steps * step + program.cfg.training.epochs * EPOCH


def said(names, program, climbed):
    """What rungs will take at most, as far as the steps of one training tell; empty where they cannot be measured.

    A training takes as long as the rung `one` did, or where that was not climbed as a network to be built, and then its
    steps at the pace that is measured here.

    Args:
        names: of the rungs still to be climbed; those that are LONG count.
        program: the program.Program.
        climbed: the verdicts.Rungs before them.
    """
    try:
        start, step = program.pace()
    except Exception as error:  # the rung itself will say what breaks
        log.debug("no pace is known: %s", error)
        return ""
    start = next((rung.seconds for rung in climbed if rung.rung == "one"), start)
    steps = {"ten": program.cfg.training.subset.steps, **dict.fromkeys(WHOLE, program.steps)}
    epochs = {name: steps[name] / program.plan.steps_per_epoch for name in WHOLE}
    each = {name: start + steps[name] * step + epochs.get(name, 0) * EPOCH for name in names if name in LONG}
    most = {name: trainings(name) * seconds for name, seconds in each.items()}
    full = of_all_steps(program, start, step)
    if "all" in most and program.steps < program.plan.steps and full <= CLAIM_SECONDS:
        most["all"] += full * bool(as_claimed.of_the_end(program.cfg))
    said = ", ".join(f"{name} up to about {printing.duration(seconds)}" for name, seconds in most.items())
    return f"{said}, at {1 / step:.3g} steps a second"


def trainings(name):
    return import_module(f"..checks.{RUNGS[name]}", __package__).TRAININGS if name in WHOLE else 1
