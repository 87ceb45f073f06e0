"""MACHINERY. What a check is: a row that says what is measured, where the limit lies, and which causes it may name."""

from collections.abc import Callable
from dataclasses import dataclass

CONTRACT = "contract"  # follows from what is declared, or from an exact measurement: broken, it FAILs
CONSEQUENCE = "consequence"  # the program does not learn what it must, though it had its chance
INDICATOR = "indicator"  # an unusual number, a hint: alone it never FAILs
ABOVE, BELOW = "above", "below"


@dataclass(frozen=True)
class Limit:
    """Where a measured number turns from healthy to suspect.

    Args:
        value: the limit; None where it is another one for each program, and the finding says it.
        unit: what the number counts.
        worse: the side on which numbers are suspect: above or below.
        healthy: the worst number measured of a healthy program; None where the limit is a judgement.
        broken: the best number measured of a broken program; None likewise.

    Raises:
        ValueError: the limit does not lie between the two.
    """

    value: float | None
    unit: str
    worse: str = ABOVE
    healthy: float | None = None
    broken: float | None = None

    def __post_init__(self):
        order = [number for number in (self.healthy, self.value, self.broken) if number is not None]
        if order != sorted(order, reverse=self.worse == BELOW):
            raise ValueError(f"{self}: the limit does not lie between healthy and broken programs")

    def holds(self, number):
        """Whether a number is healthy; NaN is not."""
        return bool(number <= self.value if self.worse == ABOVE else number >= self.value)


@dataclass(frozen=True)
class Check:
    """One question that a rung asks.

    Args:
        name: as it stands in verdicts.json.
        kind: contract, consequence or indicator.
        find: called with what the rung has measured, returns a verdicts.Finding.
        limit: of what it measures, where that is a number.
        causes: ids in causes.yaml that it may name.
        refuted: whether it hints at what slows learning alone, so that a training that learns well refutes it.
        declared: whether it holds the program to what the researcher says of it, which no training refutes.
        to_the_end: whether it is about the end of a training: what passes after a part is asked of the whole, where
            that takes seconds.
    """

    name: str
    kind: str
    find: Callable
    limit: Limit | None = None
    causes: tuple = ()
    refuted: bool = False
    declared: bool = False
    to_the_end: bool = False

    def __call__(self, measured):
        """Its Finding."""
        found = self.find(measured)
        found.check = self
        if self.kind == INDICATOR and found.status == "fail":
            found.status = "warn"  # what it hints at is confirmed, or not, by what the program learns
        return found


def check(name, kind, limit=None, causes="", **options):
    """Makes a Check of the function below it; the causes are written in one text, with spaces between them."""
    return lambda find: Check(name, kind, find, limit, tuple(causes.split()), **options)
