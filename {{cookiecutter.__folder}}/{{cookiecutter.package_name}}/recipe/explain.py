"""MACHINERY. Explains the checks and the causes that they name:

python -m PACKAGE.recipe.explain             all checks, rung by rung, as Markdown: docs/checks.md
python -m PACKAGE.recipe.explain CAUSE       where one looks for a cause, and which checks name it
"""

import argparse
import difflib
import sys
from importlib import import_module

from .checks import verdicts
from .checks.causes import LOOK_AT
from .checks.check import ABOVE
from .keep import printing, unfailing

INTRODUCTION = """\
# The checks of the recipe

What each check of each rung asks, in the order in which the rungs are climbed, and what it may name as the cause. The
text is written by `python -m PACKAGE.recipe.explain`, from the checks themselves; with a cause as its argument the
command says where one looks for it.

A **contract** follows from what is declared, or from an exact measurement: broken, it FAILs. A **consequence** asks
whether the program learns what it must. An **indicator** is an unusual number, a hint. Where a check measures one
number, its limit stands below it, with the worst number measured of a healthy program and the best of a broken one, as
far as they are known."""


def rungs():
    """[(names of the rungs, their module in checks/)], in the order of the climb; `one` and `ten` have one module."""
    from .keras_side import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent

    names = {}
    for rung, module in verdicts.RUNGS.items():
        names.setdefault(module, []).append(rung)
    return [(rung, import_module(f".checks.{module}", __package__)) for module, rung in names.items()]


def document():
    """All checks as Markdown."""
    parts = [INTRODUCTION]
    for names, module in rungs():
        parts += [f"## {', '.join(names)}", *map(of_check, module.CHECKS)]
    return "\n\n".join(parts)


def of_check(check):
    """One check as Markdown."""
    asked = " ".join((check.find.__doc__ or "").partition("\n\n")[0].split())
    causes = ", ".join(f"`{cause}`" for cause in check.causes)
    further = {"Limit": limit_in_words(check.limit), "Causes": causes}
    points = [f"- {name}: {words}" for name, words in further.items() if words]
    return "\n".join([f"**{check.name}** ({check.kind}): {asked}", *points])


def limit_in_words(limit):
    """A Limit as one line; empty where a check has none."""
    if limit is None:
        return ""
    if limit.value is None:
        return f"another number for each program ({limit.unit}); what lies {limit.worse} it is worse"
    side = "at most" if limit.worse == ABOVE else "at least"
    known = {"the worst healthy program": limit.healthy, "the best broken one": limit.broken}
    measured = [f"{name} {number:g}" for name, number in known.items() if number is not None]
    return "; ".join([f"{side} {limit.value:g} ({limit.unit})", *measured])


def of_cause(cause):
    """Where one looks for a cause, and which checks of which rungs name it."""
    named = []
    for names, module in rungs():
        checks = [check.name for check in module.CHECKS if cause in check.causes]
        named += [f"  {', '.join(names)}: {', '.join(checks)}"] if checks else []
    return "\n".join([cause, f"  look at {LOOK_AT[cause]}", "named by", *(named or ["  a crash alone, in any rung"])])


def main():
    unfailing.protect()
    arguments = argparse.ArgumentParser(prog=f"python -m {__spec__.name}", description=__doc__.splitlines()[0][11:])
    arguments.add_argument("cause", nargs="?", help="as a climb names it; without one, all checks as Markdown")
    cause = arguments.parse_args().cause
    if cause is not None and cause not in LOOK_AT:
        near = ", ".join(difflib.get_close_matches(cause, LOOK_AT, cutoff=0)) or "none"
        printing.say(f"refused: {cause}: no check names such a cause; the nearest are {near}", sys.stderr)
        sys.exit(2)
    printing.say(of_cause(cause) if cause else document())


if __name__ == "__main__":
    main()
