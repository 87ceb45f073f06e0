"""MACHINERY. Climbs the rungs in their order, shows what each check finds, and stops at the first FAIL."""

import functools
import logging
import time
from importlib import import_module

from hydra.utils import instantiate

from ..checks import as_claimed, crash, rung_pictures, verdicts
from ..checks.check import CONSEQUENCE, CONTRACT, Check
from ..keep import changes, crashes, printing, record, run_files, unfailing
from ..prepare.digest import digest
from ..run.program import Program
from ..track.recorded import Table
from ..track.trackers import Trackers
from ..tries import trying
from . import duration, page, weighing
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
    terminal = Terminal(cfg.verbose)
    terminal.begin(cfg.rungs, cfg.recipe.tries)
    climbed, pictures = [], {}
    whole = functools.cache(functools.partial(at_full_length, program))
    with Trackers(cfg, run_dir) as trackers, terminal.work:
        for i, name in enumerate(cfg.rungs):
            terminal.rung(name)
            if name in duration.LONG and not duration.LONG & {rung.rung for rung in climbed}:
                terminal.will_take(duration.said(cfg.rungs[i:], program, climbed))
            measure = measuring(name, program)
            rung = examine(name, program, measure, terminal, climbed, whole)
            climbed.append(rung)
            if rung.status == "fail":
                since = changes.since_last_pass(name, state, run_dir)
                rung.since_last_pass, rung.touching = changes.by_place(since, verdicts.places(rung.checks[-1]))
            run_files.write_json(run_dir / "verdicts.json", verdicts.as_json(climbed))
            terminal.end_of(rung)
            shown = pictures_of(name, measure) if cfg.report else {}
            pictures |= shown
            trackers.log({f"verdict/{name}": rung.status, **shown}, len(climbed))
            if rung.status == "fail":
                break
        if cleared := weighing.clear(climbed, cfg.loss.floor):
            run_files.write_json(run_dir / "verdicts.json", verdicts.as_json(climbed))
        status = verdicts.as_json(climbed)["status"]
        trackers.log({"verdict/climb": status, "verdict/checks": table(climbed)}, len(climbed))
    if cfg.report:
        with unfailing.unharmed("report.html"):
            page.write(cfg, run_dir, climbed, status, pictures)
    terminal.end(climbed, status, run_dir, cleared)
    return climbed


def module_of(rung):
    return import_module(f"..checks.{verdicts.RUNGS[rung]}", __package__)


def asked_again(rung):
    """The class that measures for a rung's checks where they are asked again, of a changed program."""
    module = module_of(rung)
    return getattr(module, "Again", module.Measured)


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
        [rung.rung, found.status, found.check.name, verdicts.said(found), ", ".join(map(found.named, found.causes))]
        for rung in climbed
        for found in rung.checks
    ]
    return Table(["rung", "status", "check", "found", "causes"], rows)


def examine(name, program, measure, terminal, climbed, whole):
    """One rung, up to its first FAIL: later symptoms would be its consequences.

    Args:
        name: of the rung.
        program: the program.Program.
        measure: returns what is measured for its checks.
        terminal: the terminal.Terminal.
        climbed: the verdicts.Rungs before it.
        whole: returns what `all` measures, at full length.
    """
    began = time.monotonic()
    rung = verdicts.Rung(name, [])
    for finding in findings(name, program, measure):
        failed = finding.status == "fail" and finding.check.kind == CONSEQUENCE
        if name == "all" and (failed or finding.check.to_the_end and finding.status == "pass"):
            is_open = failed or weighing.is_open([*climbed, rung])
            most = duration.FAIL_SECONDS if is_open else duration.CLAIM_SECONDS
            finding = to_the_end(finding, measure(), whole, terminal.trying, most)
        weighing.doubted(finding, lambda: affordable(program, whole, terminal.trying))
        agreed = finding.causes.keys() & weighing.remarked(climbed, unproved=False).keys()
        if finding.status == "fail" and finding.check.kind != CONTRACT:
            finding.causes = weighing.with_remarks(finding, [*climbed, rung])
        if finding.status == "fail" and program.cfg.recipe.tries:
            asked, seconds = program, 0.0
            if finding.check.to_the_end:  # of a part of its steps it says nothing
                asked, seconds = whole().program, whole().given.result["seconds"]
            trying.tried(finding, name, asked_again(name), asked, terminal.trying, seconds)
            weighing.undecided(finding, name, agreed)
        rung.checks.append(finding)
        if finding.status == "fail":
            break
    rung.seconds = time.monotonic() - began
    rung.asked_of = "" if name == "forward" else program.asked_of
    return rung


def at_full_length(program):
    """What the rung `all` measures where each of its trainings has all its steps."""
    if program.plan.steps > program.steps:
        program = Program(program.changed(("recipe.steps", program.plan.steps)), program.folder / "whole")
    return module_of("all").Measured(program, "all")


def affordable(program, whole, doing):
    """What the rung `all` measures at full length; None where that is not climbed, where nothing is claimed of it, or
    where it takes longer than a FAIL may wait."""
    if "all" not in program.cfg.rungs or not as_claimed.of_the_end(program.claimed):
        return None
    if duration.of_all_steps(program, *program.pace()) > duration.FAIL_SECONDS:
        return None
    doing("what the whole training reaches")
    return whole()


def to_the_end(finding, measured, whole, doing, most):
    """What `all` has found after a part of the training: asked again of the whole one, where that does not take long;
    else what failed is a WARN.

    Args:
        finding: the verdicts.Finding.
        measured: a comparisons.Measured.
        whole: returns another one, at full length.
        doing: called with what is being tried, in words.
        most: seconds that it may take.
    """
    if measured.over:
        return finding
    steps, part = measured.program.plan.steps, measured.program.steps
    seconds = measured.given.result["seconds"] * steps / part
    if seconds <= most:
        doing(f"all {steps:,} steps")
        try:
            found = finding.check(whole())
        except Exception as error:
            return crash.RUNS(error)
        before = f": after {part} it failed" * (finding.status == "fail")
        found.reason = f"{found.reason}; asked of all {steps:,} steps{before}".removeprefix("; ")
        return found
    finding.status = "warn" if finding.status == "fail" else finding.status
    said = f"after {part} of {steps:,} steps, which take about {printing.duration(seconds)}"
    finding.reason = f"{finding.reason}; {said}: recipe.steps={steps} asks it of all".removeprefix("; ")
    return finding


def findings(name, program, measure):
    """Yields the findings of one rung; a crash while it measures or checks is a finding too.

    Of a crash in the recipe's own arithmetic it is a WARN, and the other checks are asked. So they are where a loss
    does not take what the recipe makes up: whether it takes what the network answers, a training says.
    """
    try:
        measured = measure()
        for check in (*module_of(name).CHECKS, *own_checks(program.cfg.recipe.checks.get(name) or {})):
            try:
                found = check(measured)
            except Exception as error:
                log.debug("%s breaks", check.name, exc_info=True)
                found = crash.RUNS(error)
                if crashes.of_the_machinery(error):
                    found.status, found.reason = "warn", f"in {check.name}: a fault of the recipe, not of the program"
                elif name == "loss" and crashes.of_made_up_predictions(error):
                    found = verdicts.skips("the loss does not take predictions that are made up")
                    found.check = check
                else:
                    raise
            yield found
    except Exception as error:
        yield crash.RUNS(error)


def own_checks(nodes):
    """The researcher's checks of a rung; each is called with the rung's Measured."""
    asked = {name: functools.partial(own_finding, instantiate(node)) for name, node in nodes.items()}
    return [Check(name, CONTRACT, find, declared=True) for name, find in asked.items()]


def own_finding(ask, measured):
    """The Finding of a check of the researcher's, which may also answer in words what is wrong, or None: nothing is."""
    answer = ask(measured)
    if isinstance(answer, verdicts.Finding):
        return answer
    return verdicts.fails(answer, "None", {}) if answer else verdicts.passes("as expected")
