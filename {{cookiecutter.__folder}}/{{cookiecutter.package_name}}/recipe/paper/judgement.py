"""MACHINERY. Statistics of a replication: is a claim replicated by these runs, and how far does a choice move them?

Pure functions of numbers. Intervals are Student's t at 95 %: runs of different seeds are taken as independent draws.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

CONFIDENCE = 0.95
MOST_SEEDS = 1000  # beyond, more seeds are no answer


@dataclass(frozen=True)
class Judgement:
    """What runs say of a claim.

    Args:
        verdict: replicated, not replicated, inconclusive or not tested.
        mean, deviation, number: of the runs' values; deviation is None below two runs.
        interval: (low, high) of the mean; None below two runs.
        seeds: how many would decide, if mean and deviation stay; None where it is decided, or more than 1,000.
    """

    verdict: str
    mean: float | None = None
    deviation: float | None = None
    number: int = 0
    interval: tuple | None = None
    seeds: int | None = None


def judge(values, claimed, tolerance, direction="equal"):
    """Replicated: the interval of the mean lies inside the claimed range. Not replicated: wholly outside of it.

    Args:
        values: one a run.
        claimed: what the paper says.
        tolerance: half of the range around it that counts as the same, ≥ 0.
        direction: equal (both sides), at_least or at_most (one side).

    Returns:
        A Judgement.
    """
    values = np.asarray(values, float)
    if not values.size:
        return Judgement("not tested")
    mean = float(values.mean())
    if values.size < 2:
        return Judgement("inconclusive", mean, number=1, seeds=2)
    deviation = float(values.std(ddof=1))
    least = -math.inf if direction == "at_most" else claimed - tolerance
    most = math.inf if direction == "at_least" else claimed + tolerance
    low, high = interval(mean, deviation, values.size)
    verdict, seeds = "inconclusive", None
    if least <= low and high <= most:
        verdict = "replicated"
    elif high < least or most < low:
        verdict = "not replicated"
    else:
        seeds = seeds_to_decide(min(abs(mean - least), abs(mean - most)), deviation)
    return Judgement(verdict, mean, deviation, values.size, (low, high), seeds)


def exactly(value, claimed):
    """A claim that needs no statistics: a number of parameters, a shape."""
    return Judgement("replicated" if value == claimed else "not replicated", value, number=1)


def interval(mean, deviation, number):
    """The t-interval of a mean: mean ± t(n - 1) · s / √n."""
    half = stats.t.ppf((1 + CONFIDENCE) / 2, number - 1) * deviation / math.sqrt(number)
    return float(mean - half), float(mean + half)


def seeds_to_decide(distance, deviation):
    """The least number of runs whose interval would end before the border; None where MOST_SEEDS would not do."""
    numbers = np.arange(2, MOST_SEEDS + 1)
    halves = stats.t.ppf((1 + CONFIDENCE) / 2, numbers - 1) * deviation / np.sqrt(numbers)
    enough = numbers[halves < distance]
    return int(enough[0]) if enough.size else None


def effect(values, reference):
    """How far a choice moves the result: (difference of the means, (low, high)) by Welch's t-interval.

    Args:
        values: runs with the choice.
        reference: runs without it.

    Returns:
        The interval is None where one side has fewer than two runs.
    """
    difference = float(np.mean(values) - np.mean(reference))
    if min(len(values), len(reference)) < 2:
        return difference, None
    if np.ptp(values) == np.ptp(reference) == 0:  # Welch's degrees of freedom are 0/0
        return difference, (difference, difference)
    found = stats.ttest_ind(values, reference, equal_var=False).confidence_interval(CONFIDENCE)
    return difference, (float(found.low), float(found.high))
