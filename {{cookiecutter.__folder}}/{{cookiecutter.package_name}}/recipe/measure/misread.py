"""MACHINERY. What the outputs of a network are, and what its loss takes them for.

One table says what is wrong where the two differ. What the outputs are is measured; what the loss takes them for is
told by the name of one of Keras' own losses, or by a loss's answers.
"""

import numpy as np

from .heads import saturates
from .target_encoding import HALF_PRECISION, sums_to_one

ENOUGH_ZEROS = 0.05  # of the outputs, for a relu
ROUNDING = 1e-6  # of a softmax over one unit
UNBOUNDED = "unbounded-output-with-binary-crossentropy"
# What the outputs are; what the loss takes them for; what it distinguishes: classes, several labels, or the two answers
# to one question; the causes; whether the program certainly is wrong.
MISREAD = (
    ("shares", "logits", "classes question", ("softmax-twice",), True),
    ("shares", "logits probabilities", "labels", ("softmax-for-multi-label", "softmax-twice"), True),
    ("soft shares", "logits probabilities", "classes", ("softmax-twice",), True),
    ("other shares", "logits probabilities", "classes", ("softmax-over-wrong-axis",), True),
    ("unit", "logits", "classes", ("sigmoid-twice", "sigmoid-for-single-label"), True),
    ("within", "probabilities", "classes", ("sigmoid-for-single-label",), False),  # Keras divides by the sum: it trains
    ("unit", "logits", "labels question", ("sigmoid-twice",), True),
    ("soft unit", "probabilities", "labels question", ("sigmoid-twice",), True),
    ("cut off", "logits", "classes labels question", ("relu-before-softmax",), False),
    ("any", "probabilities", "classes", ("logits-taken-as-probabilities",), True),
    ("any", "probabilities", "labels question", (UNBOUNDED, "logits-taken-as-probabilities"), True),
)
# The causes that a loss's answers may lead to: logits that come from a relu are only odd, and asked of Keras' losses.
CAUSES = tuple(dict.fromkeys(cause for outputs, *_, causes, _ in MISREAD if outputs != "cut off" for cause in causes))


def misread(found, taken, between, known=""):
    """Why the loss takes the outputs for what they are not.

    Args:
        found: what the outputs are, as from `forms`.
        taken: what the loss takes them for: "logits", "probabilities", or None where that cannot be told.
        between: what it distinguishes: "classes", "labels", "question", or None.
        known: how that is known, in words.

    Returns:
        (as measured, {cause: because}, whether it is certain); None where nothing is wrong, or it cannot be told.
    """
    words = f"and the loss takes them for {taken}{known}" if taken else "whatever the loss takes them for"
    for form, (measured, said) in found.items():
        for outputs, takes, distinguished, causes, certain in MISREAD:
            fits = taken in takes.split() if taken else takes == "logits probabilities"
            if form == outputs and fits and between in distinguished.split():
                return measured, dict.fromkeys(causes, f"{said}, {words}"), certain
    return None


def always_one(rows):
    """Whether an output is 1, but for rounding, whatever the weights."""
    return bool(rows.size and np.abs(rows - 1).max() < ROUNDING)


def forms(rows, prediction):
    """What the outputs are.

    Args:
        rows: all that the output can be, Float["b …"]: predictions with weights drawn anew several times.
        prediction: one batch of them, Float["b …"].

    Returns:
        {their name in MISREAD: (as measured, in words)}, the most special first.
    """
    found = {}
    if not rows.size:
        return found
    low, high, units, zeros = rows.min(), rows.max(), rows.shape[-1], np.mean(rows == 0)
    extent = f"{low:.3g} to {high:.3g}"
    if sums_to_one(rows, -1, HALF_PRECISION):
        if low > 0 and np.min(np.log(rows) - np.log(rows).mean(-1, keepdims=True)) > -1 / units - 1e-3:
            found["soft shares"] = "rows sum to 1", "the outputs' logarithms are shares again: a softmax of a softmax"
        return found | {"shares": ("rows sum to 1", "the outputs of a sample sum to 1")}
    for axis in range(rows.ndim - 1):
        if sums_to_one(rows if axis else prediction, axis, HALF_PRECISION):
            over = f"axis {axis}" if axis else "the samples of a batch"
            found["other shares"] = f"sum 1 over {over}", f"the outputs sum to 1 over {over}"
    bounded = extent, "each output stays in 0 … 1 by itself, whatever the weights"
    if saturates(rows, 0):
        found["unit"] = bounded
    if low >= 0.499 and high <= 0.7311:
        found["soft unit"] = extent, "no output leaves 0.5 … 0.731, the range of a sigmoid of a sigmoid"
    if low == 0 and high > 1 and zeros > ENOUGH_ZEROS:
        found["cut off"] = f"{zeros:.0%} zeros", f"{zeros:.0%} of the outputs are 0 and none is less: a relu"
    found |= {"within": bounded} if low >= 0 and high <= 1 else {"any": (extent, f"the outputs reach from {extent}")}
    return found
