"""MACHINERY. Climbs the rungs in their order, shows what each check finds, and stops at the first FAIL."""

import functools
import logging
import time
from importlib import import_module

from hydra.utils import instantiate

from ..checks import crash, rung_pictures, verdicts
from ..checks.causes import LOOK_AT, OF_THE_PROTOCOL
from ..checks.check import CONSEQUENCE, CONTRACT, Check
from ..figures import report
from ..keep import changes, record, run_files, unfailing
from ..prepare.digest import digest
from ..run.program import MOST_STEPS, Program
from ..track.trackers import Table, Trackers
from .terminal import Terminal

log = logging.getLogger(__name__)


def climb(cfg, run_dir):
    """Climbs `cfg.rungs`, leaves verdicts.json in `run_dir`, and returns the verdicts.Rungs climbed.

    Args:
        cfg: the composed configuration of conf/recipe.yaml.
        run_dir: a folder of this climb's own.
    """
    program = Program(cfg, run_dir)
    state = record.snapshot(cfg, None if cfg.rungs == ["forward"] else digest(cfg))
    run_files.write_json(run_dir / "record.json", state)
    terminal = Terminal()
    terminal.begin(cfg.rungs, cost(program))
    climbed, pictures = [], {}
    with Trackers(cfg, run_dir) as trackers, terminal.work:
        for name in cfg.rungs:
            measure = measuring(name, program)
            rung = examine(name, program, measure, terminal, climbed)
            climbed.append(rung)
            if rung.status == "fail":
                rung.since_last_pass = changes.since_last_pass(name, state, run_dir)
            run_files.write_json(run_dir / "verdicts.json", verdicts.as_json(climbed))
            terminal.end_of(rung)
            shown = pictures_of(name, measure) if cfg.report else {}
            pictures |= shown
            trackers.log({f"verdict/{name}": rung.status, **shown}, len(climbed))
            if rung.status == "fail":
                break
        status = verdicts.as_json(climbed)["status"]
        trackers.log({"verdict/climb": status, "verdict/checks": table(climbed)}, len(climbed))
    if cfg.report:
        with unfailing.unharmed("report.html"):
            content = {"status": status, "rungs": climbed, "said": verdicts.said, "look_at": LOOK_AT}
            report.of_climb(run_dir, cfg, content, pictures)
    terminal.end(climbed, status, run_dir)
    return climbed


def module_of(rung):
    return import_module(f"..checks.{verdicts.RUNGS[rung]}", __package__)


def measuring(rung, program):
    """A function that measures for a rung's checks and pictures when it is first called: a crash in it is a finding."""
    return functools.cache(functools.partial(module_of(rung).Measured, program, rung))


def pictures_of(rung, measure):
    """The rung's pictures; {} where they cannot be drawn, which does not end a climb."""
    try:
        return rung_pictures.pictures(rung, measure())
    except Exception as error:
        log.debug("no pictures of %s: %s", rung, error)
        return {}


def table(climbed):
    """All findings as a Table."""
    rows = [
        [rung.rung, check.status, check.check.name, verdicts.said(check)] for rung in climbed for check in rung.checks
    ]
    return Table(["rung", "status", "check", "found"], rows)


def cost(program):
    """What the climb will cost, in optimizer updates: seconds depend on the network."""
    rungs = program.cfg.rungs
    overfits = sum(name in ("one", "ten") for name in rungs)
    steps = overfits * program.cfg.training.subset.steps
    for name in ("all", "init", "seed"):
        if name in rungs:
            steps += module_of(name).TRAININGS * (program.cfg.recipe.steps or MOST_STEPS)
    return f"{steps:,} optimizer updates or more" if steps else "no training"


def examine(name, program, measure, terminal, climbed):
    """One rung, up to its first FAIL: later symptoms would be its consequences. `climbed` are the rungs before it."""
    began = time.monotonic()
    rung = verdicts.Rung(name, [])
    terminal.rung(name)
    for finding in findings(name, program, measure):
        if finding.status == "fail" and finding.check.kind != CONTRACT:
            finding.causes = {**remarked(climbed), **finding.causes}
        rung.checks.append(finding)
        terminal.finding(finding)
        if finding.status == "fail":
            break
    rung.seconds = time.monotonic() - began
    rung.asked_of = "" if name == "forward" else program.asked_of
    return rung


def remarked(climbed):
    """{cause: because} of what earlier rungs have remarked on and what can keep a network from learning: it was likely
    then, and a later FAIL confirms it."""
    return {
        cause: f"{because} (remarked on by {rung.rung}: {finding.check.name})"
        for rung in climbed
        for finding in rung.checks
        if finding.status == "warn" and finding.check.kind != CONSEQUENCE
        for cause, because in finding.causes.items()
        if cause not in OF_THE_PROTOCOL
    }


def findings(name, program, measure):
    """Yields the findings of one rung; a crash while it measures or checks is a finding too."""
    try:
        measured = measure()
        for check in (*module_of(name).CHECKS, *own_checks(program.cfg.recipe.checks.get(name) or {})):
            yield check(measured)
    except Exception as error:
        yield crash.RUNS(error)


def own_checks(nodes):
    """The researcher's checks of a rung; each is called with the rung's Measured."""
    return [Check(name, CONTRACT, functools.partial(own_finding, instantiate(node))) for name, node in nodes.items()]


def own_finding(ask, measured):
    """The Finding of a check of the researcher's, which may also answer in words what is wrong, or None: nothing is."""
    answer = ask(measured)
    if isinstance(answer, verdicts.Finding):
        return answer
    return verdicts.fails(answer, "None", {}) if answer else verdicts.passes("as expected")
