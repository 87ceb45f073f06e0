"""MACHINERY. What a check finds, what a rung comes to, and how both read on the terminal and in verdicts.json."""

import math
from dataclasses import asdict, dataclass, field

STATUSES = ("skip", "pass", "warn", "fail")  # from the least to the most serious
SCHEMA = 1


@dataclass(frozen=True)
class Cause:
    """One likely cause; ids are a fixed vocabulary. `because` is the evidence, `look_at` where to look."""

    cause: str
    because: str
    look_at: str


@dataclass(frozen=True)
class Finding:
    """What one check came to.

    Args:
        check: its name.
        status: pass, warn, fail or skip.
        measured: a number, or a few words; None where it was skipped.
        expected: a few words.
        unit: of a number measured.
        causes: the most likely first; for warn and fail.
        reason: of a skip; else what a reader without the code at hand needs besides.
    """

    check: str
    status: str
    measured: float | int | str | None = None
    expected: str = ""
    unit: str = ""
    causes: tuple[Cause, ...] = ()
    reason: str = ""

    def __post_init__(self):
        if self.status not in STATUSES:
            raise ValueError(f"status must be one of {', '.join(STATUSES)}. Received {self.status!r}.")


def passed(check, measured, expected="", unit=""):
    return Finding(check, "pass", measured, expected, unit)


def warned(check, measured, expected, *causes, unit="", reason=""):
    return Finding(check, "warn", measured, expected, unit, causes, reason)


def failed(check, measured, expected, *causes, unit="", reason=""):
    return Finding(check, "fail", measured, expected, unit, causes, reason)


def skipped(check, reason):
    return Finding(check, "skip", reason=reason)


@dataclass
class Rung:
    """One rung's findings; its status is the most serious of them."""

    rung: str
    checks: list[Finding]
    seconds: float = 0.0
    since_last_pass: list[str] = field(default_factory=list)

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
                "since_last_pass": rung.since_last_pass,
                "checks": [plain(asdict(finding)) for finding in rung.checks],
            }
            for rung in rungs
        ],
    }


def plain(value):
    """Numbers as JSON knows them: no NumPy, no NaN."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "item"):
        value = value.item()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
