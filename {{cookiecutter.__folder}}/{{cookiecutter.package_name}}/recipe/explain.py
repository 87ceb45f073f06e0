"""MACHINERY. Explains the causes that a verdict names, and says which checks name them.

python -m PACKAGE.recipe.explain                      all causes, a line each
python -m PACKAGE.recipe.explain CAUSE                what it is, how it shows, an example, its mend, the checks
python -m PACKAGE.recipe.explain --markdown causes    docs/causes.md; with `checks`, docs/checks.md
"""

import argparse
import difflib
import functools
import itertools
import sys
import textwrap
from importlib import import_module
from pathlib import Path

from .checks import crash, verdicts
from .checks.causes import CAUSES
from .checks.check import ABOVE
from .keep import printing, run_files, unfailing

OF_CHECKS = """\
# The checks of the recipe

What each check of each rung asks, in the order in which the rungs are climbed, and what it may name as the cause. The
text is written by `python -m PACKAGE.recipe.explain --markdown checks`, from the checks themselves; what the causes are
stands in [causes.md](causes.md).

A **contract** follows from what is declared, or from an exact measurement: broken, it FAILs. A **consequence** asks
whether the program learns what it must. An **indicator** is an unusual number, a hint: alone it is a WARN at most, and
what is learnt confirms or clears it. Where a check measures one number, its limit stands below it, with the worst
number measured of a healthy program and the best of a broken one, as far as they are known. **Healthy programs** is
the distribution over those of the template's tests, and over programs drawn at random that plain Keras trains.
**Strangers** is what a check said of {broken} mistakes and {healthy} healthy programs by people who knew neither checks
nor tests, each time before any mend for them: many a check has been mended since. A mistake counts as found where the
same check does not speak up of the healthy program, too.

After a FAIL the likely causes are tried, for `recipe.tries` seconds: one thing is changed from outside, and the check
asked again. A cause is **proved** where the check then passes under three seeds, and no mend of another cause makes it
pass; **consistent**, where others do too, or under fewer seeds. What also passes under two other seeds without any
change becomes a WARN, and so do few samples that are not learnt where no try proves a cause and no earlier rung has
remarked on one that is named: the whole data decides. There a consequence FAILs only after the whole training, where
that takes a minute at most. Where that training reaches what `conf/paper.yaml` claims, a broken contract of any rung
is a WARN, and all else a remark; not where a check asks about what is **declared**, or whether figures are honest.
Where a function does not give what it does by hand, its code is proofread: slips of the pen (another axis, sign,
comparison, slice, order) are taken back in memory, one at a time, and the examples asked again; a cause is proved where
all slips that then agree mean the same. Causes marked \\* can be tried. Of those marked \\*\\* what helps is a
treatment that helps against much, and proves nothing."""

OF_CAUSES = """\
# The causes that the recipe names

What each cause is, how it shows, a small example that has it and the same without it. The text is written by
`python -m PACKAGE.recipe.explain --markdown causes`, from `recipe/checks/causes.yaml`; with a cause in the place of
`--markdown causes` the command tells of that one. What the checks ask, with their limits, stands in
[checks.md](checks.md)."""

AFTER_FAIL = {
    "a mend": "a mend is tried: it takes this cause away, and nothing else",
    "a treatment": "a treatment is tried: it helps against much, and proves nothing",
    "": "nothing can be tried from outside",
}


def rungs():
    """[(names of the rungs, their module in checks/)], in the order of the climb; `one` and `ten` have one module."""
    from .keras_side import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent

    names = {}
    for rung, module in verdicts.RUNGS.items():
        names.setdefault(module, []).append(rung)
    return [(rung, import_module(f".checks.{module}", __package__)) for module, rung in names.items()]


def checks():
    """The document of all checks, as Markdown."""
    broken, _, healthy = measured("strangers")["all"]
    parts = [OF_CHECKS.format(broken=broken, healthy=healthy)]
    for names, module in rungs():
        parts += [f"## {', '.join(names)}", *(of_check(check, names) for check in module.CHECKS)]
    return "\n\n".join(parts)


def of_check(check, names):
    """One check of these rungs as Markdown."""
    marks = {"a mend": "\\*", "a treatment": "\\*\\*", "": ""}
    asked = " ".join((check.find.__doc__ or "").partition("\n\n")[0].split())
    causes = ", ".join(f"`{cause}`{marks[tried(cause)]}" for cause in check.causes)
    healthy = "; ".join(filter(None, (calibrated(check, name, len(names) > 1) for name in names)))
    strangers = "; ".join(filter(None, (of_strangers(check, name, len(names) > 1) for name in names)))
    further = {"Limit": limit_in_words(check.limit), "Healthy programs": healthy, "Strangers": strangers}
    further["Causes"] = causes
    points = [f"- {name}: {words}" for name, words in further.items() if words]
    return "\n".join([f"**{check.name}** ({kind(check)}): {asked}", *points])


def kind(check):
    return f"{check.kind}, declared" if check.declared else check.kind


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


def calibrated(check, rung, named):
    """What a check has measured of healthy programs, in a line; empty where it measures no number, or has of few."""
    numbers = measured("calibration").get(f"{rung}/{check.name}")
    if not numbers or check.limit is None:
        return ""
    number, low, median, high = numbers
    where = f", in {rung}" if named else ""
    return f"median {median:g}, nine tenths from {low:g} to {high:g} (of {number}{where})"


def of_strangers(check, rung, named):
    """How often a check was right of strangers' programs, in a line; empty where it never spoke up."""
    found, first, accused = measured("strangers").get(f"{rung}/{check.name}", (0, 0, 0))
    said = f"mistakes found {found}, first cause right {first}, healthy programs accused {accused}"
    return f"{said}{f' (in {rung})' * named}" if found or accused else ""


@functools.cache
def measured(name):
    """What the template has measured of the checks, {rung/check: numbers}.

    Args:
        name: calibration: the number of healthy programs, and their quantiles of 0.05, 0.5 and 0.95; or strangers: the
            mistakes that a check found, those of its first cause, and the healthy programs it accused.
    """
    return run_files.read_json(Path(__file__).with_name("checks") / f"{name}.json")


def tried(cause):
    """What is tried of a cause after a FAIL: a mend, a treatment, or nothing."""
    from .tries import mends

    return "a mend" if cause in mends.MENDS else "a treatment" if cause in mends.TREATMENTS else ""


def parts():
    """[(a part of the program, [(name, its causes.Cause)])], in the order of causes.yaml."""
    return [(part, [*causes]) for part, causes in itertools.groupby(CAUSES.items(), lambda item: item[1].part)]


def causes():
    """The document of all causes, as Markdown."""
    sections = [OF_CAUSES]
    for part, entries in parts():
        sections += [f"## {part}", *itertools.starmap(of_cause, entries)]
    return "\n\n".join(sections)


def of_cause(name, cause):
    """One cause as Markdown."""
    named = ", ".join(f"`{check.name}` ({rung})" for rung, check in naming(name))
    halves = {"broken": cause.broken, "mended": cause.mended}
    example = "\n\n".join(f"```{cause.language}\n# {half}\n{code.strip()}\n```" for half, code in halves.items())
    points = {"Look at": cause.look_at, "Named by": named, "Source": cause.source}
    points = "\n".join(f"- {head}: {words}" for head, words in points.items() if words)
    return f"### {name}\n\n{cause.what}\n\n{cause.shows}\n\n{example}\n\n{points}"


def naming(cause):
    """[(rungs, a check of theirs that may name a cause)]."""
    asked = [(", ".join(names), check) for names, module in rungs() for check in module.CHECKS]
    return [(rung, check) for rung, check in [*asked, ("any rung", crash.RUNS)] if cause in check.causes]


def say_causes():
    """Prints a line for each cause."""
    for part, entries in parts():
        printing.say("\n".join([part, *(f"  {name}: {cause.what}" for name, cause in entries)]))
        printing.say("")


def say_cause(name):
    """Prints all that is known of a cause: at once what needs no Keras, then what the checks say."""
    cause = CAUSES[name]
    printing.say(f"{name}\n{cause.what}", further=0)
    section("how it shows", cause.shows)
    section("broken", cause.broken, as_code=True)
    section("mended", cause.mended, as_code=True)
    section("look at", cause.look_at)
    if cause.source:
        section("source", cause.source)
    named = "\n".join(itertools.starmap(as_named, naming(name)))
    section("named by", named or "no check", further=2)
    section("after a FAIL", AFTER_FAIL[tried(name)])


def as_named(rung, check):
    """A check in a line, with its limit where that is one number for all programs."""
    limit = f": {limit_in_words(check.limit)}" if check.limit and check.limit.value is not None else ""
    return f"{rung}: {check.name} ({kind(check)}){limit}"


def section(head, text, as_code=False, further=0):
    """Prints a text below its head; lines of code are not broken, to be copied."""
    printing.say(f"\n{head}")
    text = textwrap.indent(text.strip(), "  ")
    if as_code:
        print(text, flush=True)
    else:
        printing.say(text, further=further)


def main():
    unfailing.protect()
    arguments = argparse.ArgumentParser(prog=f"python -m {__spec__.name}", description=__doc__.splitlines()[0][11:])
    one = arguments.add_mutually_exclusive_group()
    one.add_argument("cause", nargs="?", help="as a climb names it; without one, all causes in a line each")
    one.add_argument("--markdown", choices=("checks", "causes"), help="docs/checks.md or docs/causes.md")
    given = arguments.parse_args()
    if given.markdown:
        print({"checks": checks, "causes": causes}[given.markdown]())
    elif given.cause is None:
        say_causes()
    elif given.cause in CAUSES:
        say_cause(given.cause)
    else:
        near = difflib.get_close_matches(given.cause, CAUSES, cutoff=0)
        printing.say(f"refused: {given.cause} is no cause; did you mean {', '.join(near)}?", sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
