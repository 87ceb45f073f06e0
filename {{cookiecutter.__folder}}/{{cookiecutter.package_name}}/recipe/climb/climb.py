"""MACHINERY. Climbs the rungs in their order, shows what each check finds, and stops at the first FAIL."""

import functools
import logging
import time
from importlib import import_module

from hydra.utils import instantiate

from ..checks import crash, limits, rung_pictures, verdicts
from ..checks.causes import OF_THE_PROTOCOL, REFUTED_BY_LEARNING
from ..checks.check import CONSEQUENCE, CONTRACT, INDICATOR, Check
from ..keep import changes, crashes, printing, record, run_files, unfailing
from ..prepare.digest import digest
from ..run.program import Program
from ..track.recorded import Table
from ..track.trackers import Trackers
from ..tries import trying
from ..tries.trying import OF_SUBSETS
from . import duration, page
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
    with Trackers(cfg, run_dir) as trackers, terminal.work:
        for i, name in enumerate(cfg.rungs):
            terminal.rung(name)
            if name in duration.LONG and not duration.LONG & {rung.rung for rung in climbed}:
                terminal.will_take(duration.said(cfg.rungs[i:], program, climbed))
            measure = measuring(name, program)
            rung = examine(name, program, measure, terminal, climbed)
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
        if cleared := clear(climbed, cfg.loss.floor):
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


def examine(name, program, measure, terminal, climbed):
    """One rung, up to its first FAIL: later symptoms would be its consequences. `climbed` are the rungs before it."""
    began = time.monotonic()
    rung = verdicts.Rung(name, [])
    whole = functools.cache(functools.partial(at_full_length, name, program))
    for finding in findings(name, program, measure):
        failed = finding.status == "fail" and finding.check.kind == CONSEQUENCE
        if name == "all" and (failed or finding.status == "pass" and finding.check.to_the_end):
            finding = to_the_end(finding, measure(), whole, terminal.trying)
        agreed = finding.causes.keys() & remarked(climbed, unproved=False).keys()
        if finding.status == "fail" and finding.check.kind != CONTRACT:
            finding.causes = with_remarks(finding, climbed)
        if finding.status == "fail" and program.cfg.recipe.tries:
            trying.tried(finding, name, asked_again(name), program, terminal.trying)
            undecided(finding, name, agreed)
        rung.checks.append(finding)
        if finding.status == "fail":
            break
    rung.seconds = time.monotonic() - began
    rung.asked_of = "" if name == "forward" else program.asked_of
    return rung


def at_full_length(name, program):
    """What a rung measures where each of its trainings has all its steps."""
    cfg = program.changed(("recipe.steps", program.plan.steps))
    return module_of(name).Measured(Program(cfg, program.folder / "whole"), name)


def to_the_end(finding, measured, whole, doing):
    """What `all` has found after a part of the training: asked again of the whole one, where that takes no more than a
    minute; else what failed is a WARN.

    Args:
        finding: the verdicts.Finding.
        measured: a comparisons.Measured.
        whole: returns another one, at full length.
        doing: called with what is being tried, in words.
    """
    if measured.over:
        return finding
    steps, part = measured.program.plan.steps, measured.program.steps
    seconds = measured.given.result["seconds"] * steps / part
    if seconds <= duration.WHOLE_SECONDS:
        doing(f"all {steps:,} steps")
        try:
            found = finding.check(whole())
        except Exception as error:
            return crash.RUNS(error)
        before = f": after {part} it failed" * (finding.status == "fail")
        found.reason = f"{found.reason}; asked of all {steps:,} steps{before}".removeprefix("; ")
        return found
    if finding.status == "pass":
        return finding
    finding.status = "warn"
    said = f"after {part} of {steps:,} steps, which take about {printing.duration(seconds)}"
    finding.reason = f"{finding.reason}; {said}: recipe.steps={steps} asks it of all".removeprefix("; ")
    return finding


def undecided(finding, rung, agreed):
    """Makes a WARN of a FAIL that says no more than that few samples are not learnt, where no try has proved a cause:
    there are networks that learn the whole data and not ten samples of it.

    Args:
        finding: the verdicts.Finding.
        rung: its rung.
        agreed: causes that it names and an earlier rung has remarked on, which speak for a fault too.
    """
    proved = agreed or any(outcome.outcome == trying.PROVED for outcome in finding.outcomes.values())
    if finding.status == "fail" and finding.check.name == "learnt" and rung in OF_SUBSETS and not proved:
        finding.status, finding.unproved = "warn", True
        finding.reason = f"{finding.reason}; no change proves a cause: the whole data decides".removeprefix("; ")


def with_remarks(finding, climbed):
    """{cause: because} of a finding and of what earlier rungs have remarked on, which comes first where the check can
    only say that something is not learnt."""
    unspecific = "optimizer-wrong" in finding.check.causes
    parts = [remarked(climbed), finding.causes]
    return {**parts[0], **parts[1]} if unspecific else {**parts[1], **parts[0]}


def remarked(climbed, unproved=True):
    """{cause: because} of what earlier rungs have remarked on and what can keep a network from learning: it was likely
    then, and a later FAIL confirms it; with what no try could explain, or without."""
    return {
        cause: f"{because} (remarked on by {rung.rung}: {finding.check.name})"
        for rung in climbed
        for finding in rung.checks
        if finding.status == "warn" and (finding.unproved and unproved or finding.check.kind != CONSEQUENCE)
        for cause, because in finding.causes.items()
        if cause not in OF_THE_PROTOCOL
    }


def clear(climbed, floor):
    """Turns WARNs into a PASS that remembers them, where a training has decided what they left open: what few samples
    were on the way to, the whole data learns; what an indicator hints at, nobody has who learns ten samples and all.

    Args:
        climbed: the verdicts.Rungs.
        floor: of the loss; None of a density.

    Returns:
        Their names, with their rungs'.
    """
    cleared, by_name = [], {rung.rung: rung for rung in climbed}
    if not learns(by_name.get("all")):
        return cleared
    loss, constant = trained(by_name["all"])
    well = is_learnt_well(by_name["all"], loss, constant, floor)
    for rung in climbed if learns(by_name.get("ten")) else ():
        refuted = [one for one in rung.checks if is_slow(one, well)]
        kinds = (INDICATOR, CONTRACT)
        cleared += remembered(rung, kinds, "a remark: the network learns all the same", refuted)
    for name in OF_SUBSETS:
        few = by_name[name].checks if name in by_name else []
        refuted = [one for one in few if not one.unproved or well or is_refuted(one, name, loss, by_name.get("ten"))]
        cleared += remembered(by_name.get(name), (CONSEQUENCE,), "a remark: the whole data is learnt", refuted)
    return cleared


def is_slow(finding, well):
    """Whether a finding hints at what slows learning alone, which a training refutes; some one that learns well."""
    hint = bool(finding.causes) and {*finding.causes} <= REFUTED_BY_LEARNING
    return hint or well and finding.check.refuted


def is_refuted(finding, rung, loss, ten):
    """Whether more samples are learnt better than the few whose failure no try could explain: ten after one, or the
    whole data, down to a lower training loss."""
    return rung == "one" and learns(ten) or loss is not None and loss <= finding.measured


def is_learnt_well(rung, loss, constant, floor):
    """Whether a training has learnt much of what there is, or has come to rest below a linear network."""
    passed = {finding.check.name for finding in rung.checks if finding.status == "pass"}
    if {"long-enough", "beats-linear"} <= passed:
        return True
    return None not in (floor, constant) and limits.LEARNT_WELL.holds((constant - loss) / max(constant - floor, 1e-12))


def trained(rung):
    """(the training loss that the rung `all` ended with, the best constant's), None where that was not asked."""
    asked = {finding.check.name: finding for finding in rung.checks if finding.status == "pass"}
    if beaten := asked.get("beats-constant"):
        return beaten.measured, beaten.limit
    return (asked["loss-falls"].measured if "loss-falls" in asked else None), None


def learns(rung):
    """Whether a rung was climbed, and none of its consequences warns or fails."""
    return rung is not None and all(
        finding.status in ("pass", "skip") for finding in rung.checks if finding.check.kind == CONSEQUENCE
    )


def remembered(rung, kinds, why, refuted):
    """Makes a PASS of those of a rung's WARNs of some kinds that are refuted, and yields their names."""
    for finding in refuted:
        if finding.status == "warn" and finding.check.kind in kinds:
            finding.status, finding.reason = "pass", f"{finding.reason}; {why}".removeprefix("; ")
            yield f"{rung.rung}/{finding.check.name}"


def findings(name, program, measure):
    """Yields the findings of one rung; a crash while it measures or checks is a finding too.

    Of a crash in the recipe's own arithmetic it is a WARN, and the other checks are asked.
    """
    try:
        measured = measure()
        for check in (*module_of(name).CHECKS, *own_checks(program.cfg.recipe.checks.get(name) or {})):
            try:
                found = check(measured)
            except Exception as error:
                if not crashes.of_the_machinery(error):
                    raise
                log.debug("%s breaks", check.name, exc_info=True)
                found = crash.RUNS(error)
                found.status, found.reason = "warn", f"in {check.name}: a fault of the recipe, not of the program"
            yield found
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
