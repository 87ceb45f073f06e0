"""MACHINERY. Weighs what all rungs have found together: which remarks a FAIL confirms, and which a training refutes."""

import logging
import math

from ..checks import as_claimed, crash, limits
from ..checks.causes import OF_THE_PROTOCOL, REFUTED_BY_LEARNING
from ..checks.check import CONSEQUENCE, CONTRACT
from ..checks.verdicts import PROVED
from ..tries.trying import OF_SUBSETS

log = logging.getLogger(__name__)


def undecided(finding, rung, agreed):
    """Makes a WARN of a FAIL that says no more than that few samples are not learnt, where no try has proved a cause:
    there are networks that learn the whole data and not ten samples of it.

    Args:
        finding: the verdicts.Finding.
        rung: its rung.
        agreed: causes that it names and an earlier rung has remarked on, which speak for a fault too.
    """
    proved = agreed or any(outcome.outcome == PROVED for outcome in finding.outcomes.values())
    # A statistic of a batch, such as a covariance, may be no number where it holds one sample, or have no inverse.
    leave_open = {"one": ("learnt", "finite"), "ten": ("learnt",)}
    is_open = finding.check.name in leave_open.get(rung, ()) or rung == "one" and crash.of_a_matrix(finding)
    if finding.status == "fail" and is_open and not proved:
        finding.status, finding.unproved = "warn", True
        finding.reason = f"{finding.reason}; no change proves a cause: the whole data decides".removeprefix("; ")


def refutable(finding):
    """Whether a training that reaches what is claimed of it speaks against a finding: not where that is about whether
    its figures are honest, or about what the researcher says of the program."""
    return not finding.check.declared and OF_THE_PROTOCOL.isdisjoint(finding.causes)


def doubted(finding, whole):
    """Makes a WARN of a FAIL where the whole training reaches what conf/paper.yaml claims: what a check asks for may
    be too much, such as a loss that falls, of a task that gets harder. Where it does not, that is said of the FAIL.

    Args:
        finding: the verdicts.Finding.
        whole: returns the comparisons.Measured of the training at full length; None where it would take long.
    """
    if finding.status != "fail" or not refutable(finding):
        return
    try:
        measured = whole()
        claimed = measured and as_claimed.claimed_figures(measured)
    except Exception as error:  # that it breaks speaks for no program
        log.debug("the whole training breaks: %s", error)
        return
    said = ""
    if claimed and reaches(claimed):
        finding.status, finding.doubted = "warn", True
        said = f"yet the whole training reaches what is claimed: {claimed.measured}"
    elif claimed and claimed.status in ("warn", "fail"):
        said = f"after the whole training {[*claimed.causes.values()][0].partition('; ')[0]}"
    finding.reason = "; ".join(filter(None, (finding.reason, said)))


def reaches(claimed):
    """Whether the finding of claimed-figures says that they are reached."""
    return claimed.status == "pass" and claimed.expected == as_claimed.REACHED


def with_remarks(finding, climbed):
    """{cause: because} of a finding and of what earlier rungs have remarked on, which comes first where the check can
    only say that something is not learnt; where a claim is missed, what names one cause alone."""
    if finding.check.to_the_end:
        every = {**remarked(climbed), **finding.causes}
        return {cause: every[cause] for cause in (*remarked(climbed, unproved=False, most=1), *finding.causes, *every)}
    unspecific = not {"optimizer-wrong", "method-differs"}.isdisjoint(finding.check.causes)
    parts = [remarked(climbed), finding.causes]
    return {**parts[0], **parts[1]} if unspecific else {**parts[1], **parts[0]}


def remarked(climbed, unproved=True, most=math.inf):
    """{cause: because} of what earlier rungs have remarked on and what can keep a network from learning: it was likely
    then, and a later FAIL confirms it. What names fewer causes is the surer of them.

    Args:
        climbed: the verdicts.Rungs.
        unproved: whether with what no try could explain, which comes last.
        most: causes that a remark may name.
    """
    warned = [(rung.rung, finding) for rung in climbed for finding in rung.checks if finding.status == "warn"]
    found = {}
    for rung, finding in sorted(warned, key=lambda pair: (pair[1].unproved, len(pair[1].causes))):
        counts = finding.unproved and unproved or finding.check.kind != CONSEQUENCE
        if counts and len(finding.causes) <= most:
            for cause, because in finding.causes.items():
                found.setdefault(cause, f"{because} (remarked on by {rung}: {finding.check.name})")
    return {cause: because for cause, because in found.items() if cause not in OF_THE_PROTOCOL}


def clear(climbed, floor):
    """Turns WARNs into a PASS that remembers them, where a training has decided what they left open: it reaches what is
    claimed of it; or what few samples were on the way to, the whole data learns, and what an indicator hints at, nobody
    has who learns ten samples and all.

    Args:
        climbed: the verdicts.Rungs.
        floor: of the loss; None of a density.

    Returns:
        Their names, with their rungs'.
    """
    cleared, by_name = [], {rung.rung: rung for rung in climbed}
    if any(finding.check.to_the_end and reaches(finding) for rung in climbed for finding in rung.checks):
        for rung in climbed:
            refuted = [one for one in rung.checks if refutable(one) and not is_broken(one)]
            cleared += remembered(rung, "a remark: what is claimed is reached", refuted)
        return cleared
    if not learns(by_name.get("all")):
        return cleared
    loss, constant = trained(by_name["all"])
    well = is_learnt_well(by_name["all"], loss, constant, floor)
    # Where nobody knows how much there is to learn, what is learnt is all that one can ask.
    enough = well or None in (floor, constant)
    for rung in climbed if learns(by_name.get("ten")) else ():
        refuted = [one for one in rung.checks if one.check.kind != CONSEQUENCE and is_slow(one, enough)]
        cleared += remembered(rung, "a remark: the network learns all the same", refuted)
    for name in OF_SUBSETS:
        few = by_name[name].checks if name in by_name else []
        few = [one for one in few if one.unproved or one.check.kind == CONSEQUENCE]
        refuted = [one for one in few if not one.unproved or well or is_refuted(one, name, loss, by_name.get("ten"))]
        cleared += remembered(by_name.get(name), "a remark: the whole data is learnt", refuted)
    return cleared


def is_open(climbed):
    """Whether a rung has a WARN that a training may decide, which reaches what is claimed."""
    return any(
        one.status == "warn" and refutable(one) and not is_broken(one) for rung in climbed for one in rung.checks
    )


def is_broken(finding):
    """Whether a finding is a contract that is broken, although what is claimed is reached: something is not as said. A
    statistic of the batch that one sample has not is none."""
    broken = finding.doubted and finding.check.kind == CONTRACT
    return broken and not finding.check.refuted and not crash.of_a_matrix(finding)


def is_slow(finding, well):
    """Whether a finding hints at what slows learning alone, which a training refutes; some one that learns well."""
    hint = bool(finding.causes) and {*finding.causes} <= REFUTED_BY_LEARNING
    return hint or well and finding.check.refuted


def is_refuted(finding, rung, loss, ten):
    """Whether more samples are learnt better than the few whose failure no try could explain: ten after one, or the
    whole data, down to a lower training loss."""
    better = loss is not None and isinstance(finding.measured, float) and loss <= finding.measured
    return rung == "one" and learns(ten) or better


def is_learnt_well(rung, loss, constant, floor):
    """Whether a training has learnt much of what there is, or has come to rest below a linear network."""
    if {"long-enough", "beats-linear"} <= {finding.check.name for finding in rung.checks if finding.status == "pass"}:
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


def remembered(rung, why, refuted):
    """Makes a PASS of those of a rung's WARNs that are refuted, and yields their names."""
    for finding in refuted:
        if finding.status == "warn":
            finding.status, finding.reason = "pass", f"{finding.reason}; {why}".removeprefix("; ")
            yield f"{rung.rung}/{finding.check.name}"
