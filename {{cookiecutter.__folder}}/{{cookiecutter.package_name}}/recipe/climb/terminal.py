"""MACHINERY. The climb on the terminal: a line for each check, in words and colour."""

import sys

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from ..checks.causes import LOOK_AT
from ..checks.verdicts import said
from ..keep.printing import near, wrapped

STYLES = {"pass": "green", "warn": "yellow", "fail": "bold red", "skip": "dim"}
MOST_CAUSES = 3  # shown; verdicts.json has them all
CHANGES_SHOWN = 8
NARROW = 60  # columns of a terminal that has no room for two columns of text
NAMES = 29  # columns before what a finding says, on a wider terminal
INDENT = 8  # columns before it on a narrow one, and before causes


class Terminal:
    """Prints as the climb goes on; a terminal also shows, in its last line, which rung is at work.

    While that line is shown, what is printed without a line break is erased.
    """

    def __init__(self):
        # Bound to the stream: trainings inside the climb turn sys.stdout away for a while.
        self.console = Console(file=sys.stdout, highlight=False)
        self.spinner = Spinner("dots", style="status.spinner")
        self.work = Live(self.spinner, console=self.console, transient=True)

    def begin(self, rungs, cost):
        self.say(self.behind(0, f"climbing {', '.join(rungs)}: {cost}"))

    def rung(self, name):
        self.spinner.update(text=name)
        self.say(f"\n{name}", "bold")

    def finding(self, finding):
        head = f"  {finding.status.upper()}  {finding.check.name:<20} "
        words, wide = said(finding), self.console.width >= NARROW
        if wide and len(head) == NAMES:
            text = wrapped(head + words, self.console.width, further=NAMES - 2)
        else:
            text = f"{head.rstrip()}\n{self.behind(NAMES if wide else INDENT, words)}"
        text = Text(text)
        text.stylize(STYLES[finding.status], 2, 2 + len(finding.status))
        self.say(text)
        for cause in list(finding.causes)[:MOST_CAUSES]:
            look_at = f" → {LOOK_AT[cause]}" if cause in LOOK_AT else ""  # not for causes of the researcher's own
            self.say(self.behind(INDENT, f"{cause}: {finding.causes[cause]}{look_at}"))

    def end_of(self, rung):
        for change in rung.since_last_pass[:CHANGES_SHOWN]:
            self.say(self.behind(INDENT, f"since it last passed: {change}"))
        words = [f"{rung.seconds:.1f} s", *filter(None, [rung.asked_of])]
        self.say(self.behind(2, ", ".join(words)), "dim")

    def end(self, rungs, status, run_dir):
        last = f"{status.upper()} at {rungs[-1].rung}" if status == "fail" else status.upper()
        self.say(Text.assemble("\n", (last, STYLES[status]), f" after {sum(rung.seconds for rung in rungs):.0f} s"))
        self.say(f"{near(run_dir)}/verdicts.json")

    def behind(self, indent, text):
        return wrapped(" " * indent + text, self.console.width, further=0)

    def say(self, text, style=""):
        """Prints whole lines; those that are too long, such as paths, are left to the terminal."""
        self.console.print(text, style=style, markup=False, soft_wrap=True)
