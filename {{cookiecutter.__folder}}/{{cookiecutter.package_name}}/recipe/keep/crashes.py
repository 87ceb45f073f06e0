"""MACHINERY. A crash in few words: the library's message on one line, and the researcher's own lines that led to it."""

import re
import traceback
from pathlib import Path

from .project import PACKAGE

# What a library's message contains beside what it says: colours, the folders searched, frames, names of nodes.
NOISE = re.compile(
    r"\x1b\[\d*m|Config search path[\s\S]*|^Graph execution error:|^Detected at node .*|^ *File \".*"
    r"|\{\{\w+ \S+\}\}|\[\[.*\]\]|\[Op:\w+\](?: name:)?",
    re.MULTILINE,
)
WITHIN = "Error encountered: "  # behind it, what Keras met while it inferred a shape
ASKING = ("loss_answers", "density", "constant", "heard")  # what asks a loss, in recipe/measure/
READ_ONLY = " is read-only"  # as NumPy says of an array
CALLED_TOO_SOON = "missing 2 required positional arguments: 'y_true' and 'y_pred'"  # by Hydra, not by Keras


def one_line(error):
    """What an exception says, on one line; its type where it says nothing."""
    if "HYDRA_FULL_ERROR" in str(error) and error.__cause__:
        error = error.__cause__  # why Hydra could not call something
    said = " ".join(NOISE.sub("", str(error)).split()) or type(error).__name__
    said = said.rpartition(WITHIN)[2] or said
    if CALLED_TOO_SOON in said:
        return f"{said}: a function of your own wants _partial_: true beside its _target_"
    return f"{said}: all trainings share what load() returned; change a copy" if said.endswith(READ_ONLY) else said


def of_the_machinery(error):
    """Whether an exception arose in recipe/ itself, or in NumPy, SciPy and Keras' files of weights, which it called,
    away from the researcher's files and from what computes their network."""
    calls = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    inner = [path for path in calls if not {"numpy", "scipy", "saving"} & {*path.parts}]
    return not own_lines(error) and bool(inner) and inner[-1].is_relative_to(PACKAGE / "recipe")


def of_made_up_predictions(error):
    """Whether an exception arose where a loss is asked about predictions and targets that the recipe has made up: one
    of the researcher's own may take those alone that the network answers."""
    return any(Path(frame.filename).stem in ASKING for frame in traceback.extract_tb(error.__traceback__))


def own_lines(error):
    """The lines of the researcher's files that an exception came through, the innermost last: `model.py:31  x = …`."""
    lines = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(PACKAGE) and not path.is_relative_to(PACKAGE / "recipe"):
            lines.append(f"{path.relative_to(PACKAGE)}:{frame.lineno}  {frame.line}")
    return lines or (own_lines(error.__cause__) if error.__cause__ else [])
