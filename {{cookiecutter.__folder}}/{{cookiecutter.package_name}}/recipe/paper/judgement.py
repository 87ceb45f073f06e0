"""MACHINERY. Statistics of a replication: is a claim replicated by these runs, and how far does a choice move them?

Pure functions of numbers. Intervals are Student's t at 95 %: runs of different seeds are taken as independent draws.
Where the paper gives its own spread over n runs, they are Welch's, of the difference of two means.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from scipy import stats

CONFIDENCE = 0.95
MOST_SEEDS = 1000  # beyond, more seeds are no answer


@dataclass(frozen=True)
class Judgement:
    """What runs say of a claim.

    Args:
        verdict: replicated, not replicated, inconclusive or not tested; measured where no value is claimed.
        mean, deviation, number: of the runs' values; deviation is None below two runs.
        interval: (low, high) of the mean, or of its difference from the paper's own mean, added to that; None below two
            runs.
        seeds: how many would decide, if mean and deviation stay; None where it is decided, or more than 1,000.
    """

    verdict: str
    mean: float | None = None
    deviation: float | None = None
    number: int = 0
    interval: tuple | None = None
    seeds: int | None = None


def judge(values, claimed, tolerance, direction="equal", std=0.0, n=math.inf):
    """Replicated: the interval lies inside the claimed range. Not replicated: wholly outside of it.

    So `replicated` says that ours and the claim are the same within the tolerance, not only that no difference is seen.

    Args:
        values: one a run.
        claimed: what the paper says.
        tolerance: half of the range around it that counts as the same, ≥ 0.
        direction: equal (both sides), at_least or at_most (one side).
        std: of the paper's own runs; 0 where it does not say.
        n: the number of the paper's own runs; infinite where what it says is taken as certain.

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
    least, most = claimed_range(claimed, tolerance, direction)
    low, high = interval(mean, deviation, values.size, std, n)
    verdict, seeds = "inconclusive", None
    if least <= low and high <= most:
        verdict = "replicated"
    elif high < least or most < low:
        verdict = "not replicated"
    else:
        seeds = seeds_to_decide(min(abs(mean - least), abs(mean - most)), deviation, std, n)
    return Judgement(verdict, mean, deviation, values.size, (low, high), seeds)


def claimed_range(claimed, tolerance, direction):
    """(least, most) that counts as claimed."""
    least = -math.inf if direction == "at_most" else claimed - tolerance
    return least, math.inf if direction == "at_least" else claimed + tolerance


def measured(values, claim):
    """`judge` of a schema's claim that has a number for each run."""
    if claim.value is None:
        found = judge(values, 0.0, math.inf)
        return replace(found, verdict="measured", seeds=None) if found.number else found
    return judge(values, claim.value, claim.tolerance, claim.direction, claim.std or 0.0, claim.n or math.inf)


def counted(value, claim):
    """The Judgement of a claim that needs no statistics: a number of parameters or samples."""
    least, most = claimed_range(claim.value, claim.tolerance, claim.direction)
    return Judgement("replicated" if least <= value <= most else "not replicated", value, number=1)


def within(distance, tolerance):
    """The Judgement of a symmetry, by how far predictions depart from it; None: nothing of it could be asked."""
    if distance is None:
        return Judgement("not tested")
    return Judgement("replicated" if distance <= tolerance else "not replicated", float(f"{distance:.3g}"), number=1)


def exactly(value, claimed):
    """The Judgement of a claim that has no tolerance: a shape."""
    return Judgement("replicated" if value == claimed else "not replicated", value, number=1)


def interval(mean, deviation, number, std=0.0, n=math.inf):
    """The t-interval of a mean: mean ± half_widths(…)."""
    half = half_widths(deviation, number, std, n)
    return float(mean - half), float(mean + half)


def half_widths(deviation, numbers, std=0.0, n=math.inf):
    """Half of an interval's width for each of some numbers of runs.

        t(f) · √(a + b),  a = deviation² / number,  b = std² / n,  f = (a + b)² / (a² / (number - 1) + b² / (n - 1))

    Without a spread of the paper's own, b = 0 and f = number - 1: Student's interval of one mean.

    Source: Welch 1947, Biometrika.
    """
    a, b = deviation**2 / np.asarray(numbers, float), std**2 / n
    if deviation == b == 0:
        return np.zeros_like(a)  # f is 0/0
    freedom = (a + b) ** 2 / (a**2 / (np.asarray(numbers) - 1) + b**2 / (n - 1))
    return stats.t.ppf((1 + CONFIDENCE) / 2, freedom) * np.sqrt(a + b)


def seeds_to_decide(distance, deviation, std=0.0, n=math.inf):
    """The least number of runs whose interval would end before the border; None where MOST_SEEDS would not do."""
    numbers = np.arange(2, MOST_SEEDS + 1)
    enough = numbers[half_widths(deviation, numbers, std, n) < distance]
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
