"""MACHINERY. The climb on the terminal: a line for each rung, and in full what is not as it should be."""

import sys

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from ..checks.as_claimed import REACHED
from ..checks.causes import LOOK_AT
from ..checks.verdicts import said, sentence
from ..keep.printing import near, number, wrapped
from ..keep.run_files import few_digits

STYLES = {"pass": "green", "warn": "yellow", "fail": "bold red", "skip": "dim"}
MOST_CAUSES = 3  # shown; verdicts.json has them all
CHANGES_SHOWN = 5
NARROW = 60  # columns of a terminal that has no room for two columns of text
NAMES = 29  # columns before what a passing check says, on a wider terminal
INDENT = 8  # columns before it on a narrow one
LABELS = 14  # columns before what follows a label, on a wider one
EXPLAIN = f"python -m {__package__.rpartition('.')[0]}.explain"


class Terminal:
    """Prints as the climb goes on; a terminal also shows, in its last line, which rung is at work.

    While that line is shown, what is printed without a line break is erased.

    Args:
        verbose: whether checks that pass or are skipped are shown too, each in a line.
    """

    def __init__(self, verbose=False):
        self.verbose = verbose
        # Bound to the stream: trainings inside the climb turn sys.stdout away for a while.
        self.console = Console(file=sys.stdout, highlight=False)
        self.spinner = Spinner("dots", style="status.spinner")
        self.work = Live(self.spinner, console=self.console, transient=True)

    @property
    def wide(self):
        return self.console.width >= NARROW

    def begin(self, rungs, tries):
        after = f"; after a FAIL, about {tries:g} s of tries" if tries else ""
        self.say(self.behind(0, f"climbing {', '.join(rungs)}{after}"))

    def rung(self, name):
        self.spinner.update(text=name)

    def trying(self, change):
        self.spinner.update(text=f"trying {change}")

    def will_take(self, words):
        if words:
            self.say(self.behind(0, words), "dim")

    def end_of(self, rung):
        """A line for the rung; below it each finding that is worth more, or all of them."""
        skipped = sum(finding.status == "skip" for finding in rung.checks)
        asked = len(rung.checks) - skipped
        counts = [number(asked, "check"), f"{skipped} skipped" * bool(skipped), f"{rung.seconds:.1f} s"]
        name = f"{rung.rung:<7}" if self.wide else rung.rung
        words = [name, rung.status.upper(), *filter(None, counts)]
        gap = "  " if self.wide else " "
        line = Text(gap.join(words))
        line.stylize("bold", 0, len(name))
        line.stylize(STYLES[rung.status], start := len(name) + len(gap), start + len(rung.status))
        self.say(line)
        if rung.asked_of:
            self.say(self.behind(2, rung.asked_of), "dim")
        for finding in rung.checks:
            if finding.status in ("warn", "fail"):
                self.finding(finding, rung)
            elif self.verbose:
                self.passing(finding)

    def passing(self, finding):
        head = f"  {finding.status.upper()}  {finding.check.name:<20} "
        if self.wide and len(head) == NAMES:
            text = wrapped(head + said(finding), self.console.width, further=NAMES - 2)
        else:
            text = f"{head.rstrip()}\n{self.behind(NAMES if self.wide else INDENT, said(finding))}"
        self.say(self.marked(finding, text))

    def finding(self, finding, rung):
        """What is wrong, in one sentence; then the evidence, where to look, what to try, what has changed."""
        headline = f"  {finding.status.upper()}  {sentence(finding)}"
        self.say(self.marked(finding, f"\n{wrapped(headline, self.console.width, further=6)}"))
        for label, words in evidence(finding):
            self.row(label, words)
        for label, words in changed(rung, finding):
            self.row(label, words, whole=False)
        for label, words in explained(finding):
            self.row(label, words)
        self.say("")

    def row(self, label, words, whole=True):
        """A label and what it is of, wrapped beside it, on a narrow terminal below it; on a wide one it may be cut."""
        head = f"    {label:<{LABELS - 4}}" if self.wide else f"  {label}: " if label else "    "
        if whole or not self.wide:
            text = Text(wrapped(head + words, self.console.width, further=LABELS - 4 if self.wide else 2))
        else:
            text = Text(head + words)
            text.truncate(self.console.width, overflow="ellipsis")
        text.stylize("cyan", 0, len(head))
        self.say(text)

    def marked(self, finding, text):
        """A finding's text, its status in colour."""
        text = Text(text)
        text.highlight_words([f"  {finding.status.upper()}  "], STYLES[finding.status])
        return text

    def end(self, rungs, status, run_dir, cleared):
        last = f"{status.upper()} at {rungs[-1].rung}" if status == "fail" else status.upper()
        self.say(Text.assemble((last, STYLES[status]), f" after {sum(rung.seconds for rung in rungs):.0f} s"))
        if cleared:
            self.say(self.behind(0, f"remarked on, and cleared by what was learnt: {', '.join(cleared)}"))
        for finding in rungs[-1].checks:
            if finding.check.to_the_end and finding.status == "pass" and finding.expected != REACHED:
                self.say(self.behind(0, f"not decided: {finding.check.name}, {finding.reason}"))
        self.say(f"{near(run_dir)}/verdicts.json")

    def behind(self, indent, text):
        return wrapped(" " * indent + text, self.console.width, further=0)

    def say(self, text, style=""):
        """Prints whole lines; those that are too long, such as paths, are left to the terminal."""
        self.console.print(text, style=style, markup=False, soft_wrap=True)


def evidence(finding):
    """Yields (label, words): why a finding is believed, where to look, what to try, and what else it could be.

    The first cause in full, its rivals in short; a finding without a cause has said all in its sentence.
    """
    if not finding.causes:
        return
    (first, because), *rivals = finding.causes.items()
    change, _, came = finding.outcome(first)
    yield "measured", "; ".join(filter(None, [few_digits(finding.measured), finding.reason]))
    yield "expected", finding.expected
    if because := because.removeprefix(f"with {change} {came}").removeprefix("; "):
        yield "because", because
    if first in LOOK_AT:  # not for a cause of the researcher's own
        yield "look at", LOOK_AT[first]
    if came:
        yield "try", f"{change}: {came}"
    if finding.tries:
        helped = any(outcome.came for outcome in finding.outcomes.values())
        yield "tried", finding.tries.removeprefix("tried ") + ("" if helped else ": none makes it pass")
    known = {because}
    for cause, because in rivals[: MOST_CAUSES - 1]:
        named = finding.named(cause)
        yield "or", named if because in known else f"{named}: {because}"
        known.add(because)
    if further := rivals[MOST_CAUSES - 1 :]:
        yield "", f"and {len(further)} more, in verdicts.json"


def changed(rung, finding):
    """Yields (label, words): what has changed since a rung that FAILs last passed; what does not touch it, a number."""
    if finding.status != "fail":
        return
    shown = rung.since_last_pass[: min(CHANGES_SHOWN, rung.touching or CHANGES_SHOWN)]
    others = len(rung.since_last_pass) - len(shown)
    if shown:
        yield "changed", "since it last passed"
    yield from (("", change) for change in shown)
    if others:
        yield "", f"and {number(others, 'other change')}, in verdicts.json"


def explained(finding):
    """Yields (label, words): the command that says more about the likeliest cause."""
    for cause in [cause for cause in finding.causes if cause in LOOK_AT][:1]:
        yield "explain", f"{EXPLAIN} {cause}"
