"""MACHINERY. The climb on the terminal: one line a check, in words and colour, readable at 80 columns."""

import textwrap

from rich.console import Console

from .causes import LOOK_AT
from .verdicts import said

STYLES = {"pass": "green", "warn": "yellow", "fail": "bold red", "skip": "dim"}
MOST_CAUSES = 3  # shown; verdicts.json has them all
CHANGES_SHOWN = 8


class Terminal:
    """Prints as the climb goes on; a terminal also shows which check is at work."""

    def __init__(self):
        self.console = Console(highlight=False, soft_wrap=False)
        self.work = self.console.status("")

    def begin(self, rungs, cost):
        self.console.print(f"climbing {', '.join(rungs)}: {cost}", markup=False)

    def rung(self, name):
        self.work.update(name)
        self.console.print(f"\n{name}", style="bold")

    def finding(self, finding):
        words = said(finding)
        lines = textwrap.wrap(words, self.console.width - 29) or [""]
        head = f"  [{STYLES[finding.status]}]{finding.status.upper()}[/]  {finding.check:<20} "
        self.console.print(head, end="")
        self.console.print(f"\n{' ' * 29}".join(lines), markup=False)
        for cause in list(finding.causes)[:MOST_CAUSES]:
            self.indented(f"{cause}: {finding.causes[cause]} → {LOOK_AT[cause]}")

    def end_of(self, rung):
        for change in rung.since_last_pass[:CHANGES_SHOWN]:
            self.indented(f"since it last passed: {change}")
        words = [f"{rung.seconds:.1f} s", *filter(None, [rung.asked_of])]
        self.console.print(f"  {', '.join(words)}", style="dim")

    def end(self, rungs, status, run_dir):
        last = f"{status.upper()} at {rungs[-1].rung}" if status == "fail" else status.upper()
        self.console.print(f"\n[{STYLES[status]}]{last}[/] after {sum(rung.seconds for rung in rungs):.0f} s")
        self.console.print(f"{run_dir}/verdicts.json", soft_wrap=True, markup=False)

    def indented(self, text):
        self.console.print(textwrap.indent(textwrap.fill(text, self.console.width - 8), " " * 8), markup=False)
