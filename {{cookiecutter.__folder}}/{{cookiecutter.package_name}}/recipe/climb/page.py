"""MACHINERY. The page of a climb: first what is not right, its cause, the change, and beside it what proves it."""

from collections import Counter

from ..checks import rung_pictures
from ..checks.causes import LOOK_AT, what
from ..checks.check import Limit
from ..checks.verdicts import said
from ..figures import evidence, report
from ..keep import machine

SURE = {  # what came of trying a cause, in words
    "proved": "proved: this change alone mends it",
    "consistent": "not proved: with this change it passes, and perhaps with others",
    "no help": "its change did not help",
}
LEARNT = ("all/curves", "ten/loss", "one/loss", "init/initializers", "seed/curves")  # what shows that it learns


def write(cfg, run_dir, climbed, status, pictures):
    """Leaves report.html.

    Args:
        cfg, run_dir: of the climb.
        climbed: the verdicts.Rungs.
        status: of the climb.
        pictures: {key: sheet.Picture}; keys are `rung/name`.
    """
    wrong = [
        answer(rung, finding, pictures)
        for wanted in ("fail", "warn")
        for rung in climbed
        for finding in rung.checks
        if finding.status == wanted
    ]
    first = [] if status == "fail" else [key for key in LEARNT if key in pictures]
    shown = {*first, *(key for one in wrong for key in one["pictures"])}
    content = {
        "status": status,
        "counts": Counter(finding.status for rung in climbed for finding in rung.checks),
        "rungs": climbed,
        "answers": wrong,
        "learnt": first,
        "rest": {rung.rung: [key for key in pictures if key not in shown and of(key) == rung.rung] for rung in climbed},
        "said": said,
        "look_at": LOOK_AT,
        "what": what,
        "sure": SURE,
        "typed": {machine.key(one) for one in machine.overrides()},
    }
    report.of_climb(run_dir, cfg, content, pictures)


def of(key):
    """The rung that a picture belongs to."""
    return key.partition("/")[0]


def answer(rung, finding, pictures):
    """What is shown of a finding that is not right."""
    limit = finding.check.limit or Limit(None, "")
    value = limit.value if finding.limit is None else finding.limit
    return {
        "rung": rung,
        "finding": finding,
        "evidence": evidence.line(finding.measured, value, limit.worse, finding.changed),
        "unit": limit.unit,
        "pictures": [key for key in [rung_pictures.proof(rung.rung, finding.check.name)] if key in pictures],
    }
