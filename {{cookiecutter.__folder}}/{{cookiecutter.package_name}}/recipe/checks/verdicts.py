"""MACHINERY. What a check finds, what a rung comes to, and how both read on the terminal and in verdicts.json."""

import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ..keep.run_files import few_digits
from .causes import LOOK_AT, what
from .check import Check, Limit

STATUSES = ("skip", "pass", "warn", "fail")  # from the least to the most serious
SCHEMA = 2
# What came of trying a cause, and how it is spoken of then.
PROVED, CONSISTENT, NO_HELP = "proved", "consistent", "no help"
HOW_SURE = {PROVED: "proved", CONSISTENT: "consistent with", NO_HELP: "perhaps", "": "most likely"}

# Each rung's module in checks/. Its class Measured measures what a check asks for; its CHECKS stand in the order of
# diagnosis.
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


class Outcome(NamedTuple):
    """What was changed to see whether something is the cause, a key of HOW_SURE, and what came of it, in words."""

    change: str = ""
    outcome: str = ""
    came: str = ""


@dataclass
class Finding:
    """What one check came to.

    Args:
        status: pass, warn, fail or skip.
        measured: a number, or a few words; None where it was skipped.
        expected: a few words.
        causes: {id in causes.yaml: the evidence}, the most likely first; for warn and fail.
        reason: of a skip; else what a reader without the code at hand needs besides.
        limit: of the number measured, where it is another one for each program.
        check: the check.Check that found it.
        outcomes: {cause: its Outcome}, of those that were tried.
        tries: how many changes were tried, and how long that took, in words.
        changed: [(a change that was tried, what was measured then, its status)].
        lines: of the researcher's files that a crash came through, the innermost last.
        unproved: whether it failed, and no try has proved a cause, so that the whole data decides.
        doubted: whether it failed, and the whole training reaches what is claimed of it.
    """

    status: str
    measured: float | int | str | None = None
    expected: str = ""
    causes: dict = field(default_factory=dict)
    reason: str = ""
    limit: float | None = None
    check: Check | None = None
    outcomes: dict = field(default_factory=dict)
    tries: str = ""
    changed: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    unproved: bool = False
    doubted: bool = False

    def outcome(self, cause):
        """The Outcome of a cause; an empty one where it was not tried."""
        return self.outcomes.get(cause, Outcome())

    def named(self, cause):
        """A cause with what came of trying it, where that was tried."""
        outcome = self.outcome(cause).outcome
        return f"{cause} ({outcome})" if outcome else cause


def skips(reason):
    return Finding("skip", reason=reason)


def passes(measured, expected="", reason="", limit=None):
    return Finding("pass", measured, expected, reason=reason, limit=limit)


def warns(measured, expected, causes, reason="", limit=None):
    return Finding("warn", measured, expected, causes, reason, limit)


def fails(measured, expected, causes, reason="", limit=None):
    return Finding("fail", measured, expected, causes, reason, limit)


def fails_unless(holds, measured, expected, causes, limit=None):
    return passes(measured, expected, "", limit) if holds else fails(measured, expected, causes, "", limit)


def warns_unless(holds, measured, expected, causes, limit=None):
    return passes(measured, expected, "", limit) if holds else warns(measured, expected, causes, "", limit)


@dataclass
class Rung:
    """One rung's findings; its status is the most serious of them."""

    rung: str
    checks: list[Finding]
    seconds: float = 0.0
    since_last_pass: list[str] = field(default_factory=list)
    asked_of: str = ""  # which samples of a source
    touching: int = 0  # so many of those changes, which come first, lie where the failing check's causes do

    @property
    def status(self):
        return worst(finding.status for finding in self.checks)


def worst(statuses):
    return max(statuses, key=STATUSES.index, default="skip")


def as_json(rungs):
    """The content of verdicts.json.

    Args:
        rungs: the Rungs climbed, in order.
    """
    failing = [rung.rung for rung in rungs if rung.status == "fail"]
    return {
        "schema": SCHEMA,
        "status": worst(rung.status for rung in rungs),
        "failed_at": failing[0] if failing else None,
        "rungs": [
            {
                "rung": rung.rung,
                "status": rung.status,
                "seconds": round(rung.seconds, 2),
                "asked_of": rung.asked_of,
                "since_last_pass": rung.since_last_pass,
                "checks": [check_as_json(finding) for finding in rung.checks],
            }
            for rung in rungs
        ],
    }


def check_as_json(finding):
    """A finding as verdicts.json holds it; a check without a limit has measured no number, or one for the eye."""
    check, limit = finding.check, finding.check.limit or Limit(None, "", "")
    return {
        "check": check.name,
        "kind": check.kind,
        "status": finding.status,
        "measured": plain(finding.measured),
        "limit": plain(limit.value if finding.limit is None else finding.limit),
        "worse": limit.worse,
        "unit": limit.unit,
        "margin": {"healthy": limit.healthy, "broken": limit.broken},
        "expected": finding.expected,
        "causes": [cause_as_json(cause, finding) for cause in finding.causes],
        "tries": finding.tries,
        "reason": finding.reason,
    }


def cause_as_json(cause, finding):
    tried, outcome, _ = finding.outcome(cause)
    because, look_at = finding.causes[cause], LOOK_AT.get(cause, "")
    return {"cause": cause, "tried": tried, "outcome": outcome, "because": because, "look_at": look_at}


def plain(value):
    """A number as JSON knows it: no NumPy, no NaN."""
    if hasattr(value, "item"):
        value = value.item()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def sentence(finding):
    """What is wrong, in one sentence: the likeliest cause, and how sure that is; without a cause what was measured."""
    name = finding.check.name
    if not finding.causes:
        return f"{name}: {said(finding)}"
    first = next(iter(finding.causes))
    sure = HOW_SURE[finding.outcome(first).outcome]
    return f"{name}, {sure}: {what(first) or first}"


def places(finding):
    """Where a finding's causes lie, and where those that its check might have named: two sets of names, `model` for
    model.py and for conf/model."""
    return [
        {name for cause in causes for name in re.findall(r"\w+(?=\.py)|(?<=conf/)\w+", LOOK_AT.get(cause, ""))}
        for causes in (finding.causes, finding.check.causes)
    ]


def said(finding):
    """What was measured and expected, or why nothing was, in words."""
    if finding.status == "skip":
        return finding.reason
    words = few_digits(finding.measured)
    if finding.expected:
        words += f", expected {finding.expected}"
    return f"{words}; {finding.reason}" if finding.reason else words
