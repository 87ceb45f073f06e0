"""MACHINERY. A crash in the researcher's files as a finding: their line, and the library's message translated."""

import itertools
import re

from ..keep.crashes import one_line, own_lines
from .check import CONTRACT, Check
from .verdicts import fails

# What a library's message means: (pattern, cause, in our words). The first that matches counts.
TRANSLATIONS = (
    (r"still to write", "unwritten", "functions raise NotImplementedError"),
    (
        r"[Aa]rguments `target` and `output` must have the same (shape|rank)|must have the same rank|one-hot",
        "label-encoding-mismatch",
        "the labels' encoding does not fit the loss: whole numbers want a sparse_… loss, one-hot rows the other",
    ),
    (
        r"label value of (-?\d+) which is outside the valid range",
        "fewer-units-than-classes",
        "a label is not among the model's output units",
    ),
    (
        r"indices\[.*\] = (-?\d+) is not in \[0, (\d+)\)",
        "token-outside-vocabulary",
        "an id is as large as the Embedding's input_dim, or larger",
    ),
    (
        r"[Ii]ncompatible shapes|[Dd]imensions must be equal|shapes .* (must|are incompatible)|Shapes .* incompatible"
        r"|same shape|total size of (the )?(new )?(array|tensor) must be unchanged|[Ii]nput to reshape",
        "feature-map-not-flattened",
        "two shapes do not fit",
    ),
    (
        r"EarlyStopping callback received monitor",
        "early-stopping-misused",
        "no figure of this name is logged, or Keras cannot tell which way it improves",
    ),
    (r"No gradients provided", "gradient-blocked", "no weight receives a gradient"),
)

# As libraries say of a matrix without an inverse or roots, such as a covariance of one sample.
NO_MATRIX = re.compile(r"cholesky|not invertible|singular|positive.definite|failed to converge|eigen", re.IGNORECASE)


def finding_of(error):
    """The finding of a crash.

    Args:
        error: an exception, with its traceback.
    """
    message = one_line(error)
    lines = own_lines(error)
    where = lines[-1] if lines else ""
    meant = (translated for translated in TRANSLATIONS if re.search(translated[0], message))
    first = {cause: f"{words}: {message[:200]}" for _, cause, words in itertools.islice(meant, 1)}
    reason = f"at {where}" if where else "outside of the project's own files"
    found = fails(f"{type(error).__name__}: {message[:300]}", "no crash", first, reason)
    found.lines = lines
    return found


def of_a_matrix(finding):
    """Whether a crash is a library's over a matrix of numbers that do not suit."""
    return finding.check is RUNS and bool(NO_MATRIX.search(finding.measured))


RUNS = Check("runs", CONTRACT, finding_of, causes=tuple(dict.fromkeys(cause for _, cause, _ in TRANSLATIONS)))
