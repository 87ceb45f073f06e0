"""MACHINERY. Climbs the rungs in their order, shows what each check finds, and stops at the first FAIL."""

import time
from importlib import import_module

from hydra.utils import instantiate

from . import crashes, history, record, records, verdicts
from .program import Program
from .terminal import Terminal

# The modules in rungs/. Each has measure(program, rung), whose answer measures when it is asked, and CHECKS, functions
# of it in the order of diagnosis.
RUNGS = {
    "forward": "forward",
    "look": "look",
    "loss": "loss",
    "one": "overfit",
    "ten": "overfit",
    "all": "whole",
    "init": "initializers",
    "seed": "seeds",
}


def climb(cfg, run_dir):
    """Climbs `cfg.rungs`, leaves verdicts.json in `run_dir`, and returns the verdicts.Rungs climbed.

    Args:
        cfg: the composed configuration of conf/recipe.yaml.
        run_dir: a folder of this climb's own.
    """
    program = Program(cfg, run_dir)
    state = record.snapshot(cfg, with_data=cfg.rungs != ["forward"])
    records.write_json(run_dir / "record.json", state)
    terminal = Terminal()
    terminal.begin(cfg.rungs, cost(program))
    climbed = []
    for name in cfg.rungs:
        rung = examine(name, program, terminal)
        climbed.append(rung)
        if rung.status == "fail":
            rung.since_last_pass = history.since_last_pass(name, state, run_dir)
        records.write_json(run_dir / "verdicts.json", verdicts.as_json(climbed))
        terminal.end_of(rung)
        if rung.status == "fail":
            break
    terminal.end(climbed, verdicts.as_json(climbed)["status"], run_dir)
    return climbed


def cost(program):
    """What the climb will cost at most, in optimizer updates: seconds depend on the network."""
    rungs = program.cfg.rungs
    overfits = sum(name in ("one", "ten") for name in rungs)
    steps = overfits * program.cfg.training.subset.steps
    for name in ("all", "init", "seed"):
        if name in rungs:
            steps += import_module(f".rungs.{RUNGS[name]}", __package__).TRAININGS * program.steps
    return f"at most {steps:,} optimizer updates" if steps else "no training"


def examine(name, program, terminal):
    """One rung, up to its first FAIL: what would come after it is a consequence."""
    began = time.monotonic()
    rung = verdicts.Rung(name, [])
    terminal.rung(name)
    for finding in findings(name, program):
        rung.checks.append(finding)
        terminal.finding(finding)
        if finding.status == "fail":
            break
    rung.seconds = time.monotonic() - began
    return rung


def findings(name, program):
    """The findings of one rung, one after the other; a crash in what they look at is one too."""
    module = import_module(f".rungs.{RUNGS[name]}", __package__)
    try:
        measured = module.measure(program, name)
        for check in module.CHECKS:
            yield named(check.__name__.replace("_", "-"), check(measured))
        for own, node in (program.cfg.recipe.checks.get(name) or {}).items():
            wrong = instantiate(node)(measured)
            yield named(own, verdicts.fails(wrong, "None", {}) if wrong else verdicts.passes("as expected"))
    except Exception as error:
        yield named("runs", crashes.finding_of(error))


def named(check, finding):
    finding.check = finding.check or check
    return finding
