"""MACHINERY. What a check measured, its limit, and what the changes that were tried came to: all on one line."""

import math

import numpy as np

from ..keep.run_files import few_digits
from .sheet import spans

ZERO_WIDTH = "\u200b"  # a space where a line may be broken
EDGE = 4  # percent of the line's length that are left free at both ends


def line(measured, limit, worse, changed):
    """What a page shows of a number and its limit; None where what was measured, or the limit, is no number.

    Args:
        measured: of the program as it is.
        limit: of the check.
        worse: the side of the limit on which numbers are suspect: above or below.
        changed: [(a change that was tried, what was measured then, its status)].

    Returns:
        {rows: [{what, value, status, at}], limit: {value, at}, worse}; `at` is a place on the line, in percent.
    """
    rows = [("as it is", measured, ""), *changed]
    rows = [(what, value, status) for what, value, status in rows if is_number(value)]
    if not (is_number(limit) and rows and rows[0][0] == "as it is"):
        return None
    numbers = [float(value) for _, value, _ in rows if math.isfinite(value)] + [float(limit)]
    shown = np.log if spans(numbers) else np.asarray
    low, high = shown(min(numbers)), shown(max(numbers))

    def at(value):
        if not math.isfinite(value):
            return 100 - EDGE
        share = (shown(float(value)) - low) / (high - low) if high > low else 0.5
        return round(float(EDGE + (100 - 2 * EDGE) * share), 1)

    rows = [
        {"what": breakable(what), "value": few_digits(v), "status": status, "at": at(v)} for what, v, status in rows
    ]
    return {"rows": rows, "limit": {"value": few_digits(float(limit)), "at": at(limit)}, "worse": worse}


def breakable(what):
    """A change as a narrow column shows it: broken between a key's parts and before its value, not within a number."""
    key, equals, value = what.partition("=")
    return f"{key.replace('.', f'.{ZERO_WIDTH}')}{equals}{ZERO_WIDTH if equals else ''}{value}"


def is_number(value):
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)
