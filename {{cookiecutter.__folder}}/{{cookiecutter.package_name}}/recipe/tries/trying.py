"""MACHINERY. On a FAIL, asks the failing check again of the program with one thing changed.

A cause is proved where it was named for what it shows, a mend of it, and of no other cause that was named, makes the
check pass under three seeds, and no other mend does. What passes under two other seeds without any change was bad luck,
and no proof of a fault.
"""

import logging
import time
from dataclasses import dataclass
from typing import Any

from ..checks import by_hand, crash
from ..checks.check import CONSEQUENCE
from ..checks.verdicts import CONSISTENT, NO_HELP, PROVED, Outcome
from ..keep.run_files import few_digits
from ..run.program import Program
from . import mends, proofreading, settings
from .change import NOTHING, Change
from .seen import Seen

log = logging.getLogger(__name__)
OTHER_SEEDS = 2
OF_SUBSETS = ("one", "ten")
TOO_GOOD, TURNED = "too-good-to-be-true", "loss-sign-flipped"


@dataclass(frozen=True)
class Try:
    """One change, and what the failing check says of the program with it.

    Args:
        causes: those that the change takes away, the likeliest first.
        change: a change.Change.
        found: the verdicts.Finding under each seed that was tried; None where the changed program breaks.
    """

    causes: list
    change: Change
    found: tuple

    @property
    def cause(self):
        return self.causes[0]

    @property
    def helps(self):
        return all(passes(one, self.change) for one in self.found)

    @property
    def broke(self):
        """Whether the changed program breaks, which says nothing of the cause."""
        return self.found == (None,)

    @property
    def certain(self):
        """Whether it helps under every seed that a proof asks for."""
        return self.helps and len(self.found) == 1 + OTHER_SEEDS


def passes(finding, change):
    """Whether a check passes, or has nothing to ask any more because that is mended which it asks about."""
    if finding is None:
        return False
    moot = finding.status == "skip" and change.moot and finding.check.kind != CONSEQUENCE
    return finding.status == "pass" or moot


@dataclass
class Laboratory:
    """Where a failing check is asked again.

    Args:
        check: the check.Check.
        rung: its rung.
        measured: the class that measures for that rung.
        program: the program.Program that failed.
        seconds: for all tries together.
        doing: called with what is being tried, in words.
        longest: seconds that asking once takes, as far as that is known.
    """

    check: Any
    rung: str
    measured: Any
    program: Any
    seconds: float
    doing: Any
    longest: float = 0.0

    def __post_init__(self):
        self.began, self.asked = time.monotonic(), 0
        self.seen = Seen(self.program)

    @property
    def spent(self):
        return time.monotonic() - self.began

    def affords(self, change):
        """Whether there is time for one more, if it takes as long as the longest so far."""
        return self.spent + self.longest * change.times < self.seconds

    def ask(self, change, further):
        """The check's finding about the changed program under the `further`-th other seed; None where that breaks."""
        began, self.asked = time.monotonic(), self.asked + 1
        cfg = self.program.changed(*change.overrides, ("seed", self.program.cfg.seed + further))
        self.doing(f"seed={cfg.seed}" if change is NOTHING else change.words)
        try:
            with change.applied():
                folder = self.program.folder / "tries" / str(self.asked)
                program = Program(cfg, folder, self.program.claimed)
                return self.check(self.measured(program, self.rung))
        except Exception:
            log.debug("%s breaks the program", change.words, exc_info=True)
            return None
        finally:
            self.longest = max(self.longest, (time.monotonic() - began) / change.times)

    def tried(self, causes, change):
        """A Try: what helps once is tried under the other seeds too."""
        found = [self.ask(change, 0)]
        while passes(found[-1], change) and len(found) <= OTHER_SEEDS and self.affords(change):
            found.append(self.ask(change, len(found)))
        return Try(causes, change, tuple(found))


def tried(finding, rung, measured, program, doing, longest=0.0):
    """Tries the causes of a failing finding, and writes what came of it into the finding.

    Args:
        finding: a verdicts.Finding; its status, causes, outcomes and reason are changed.
        rung, measured, program, doing, longest: as for Laboratory.
    """
    # A function by itself is the same whatever is changed around it: but for a loss turned round, its own code is.
    if finding.check in by_hand.PARTS and TURNED not in finding.causes:
        proofreading.proofread(finding, measured(program, rung), program.cfg.recipe.tries, doing)
        return
    # Of what breaks nothing has been measured, and what is too good is mended by whatever harms.
    if finding.check is crash.RUNS or TOO_GOOD in finding.causes:
        return
    laboratory = Laboratory(finding.check, rung, measured, program, program.cfg.recipe.tries, doing, longest)
    learns = finding.check.kind == CONSEQUENCE
    if not laboratory.affords(NOTHING):
        return
    if learns and (rung in OF_SUBSETS or finding.check.to_the_end) and lucky(laboratory):
        finding.status = "warn"
        finding.reason = f"{finding.reason}; under two other seeds it passes".removeprefix("; ")
        return
    made = list(tries(laboratory, list(finding.causes), learns))
    if rung in OF_SUBSETS and (excuse := excused(finding, made)):
        finding.status = "warn"
        finding.reason = f"{finding.reason}; {excuse}".removeprefix("; ")
    note(finding, made)
    unnamed = "method-differs" not in finding.causes
    if learns and unnamed and in_vain(finding, made, laboratory.seen) and (own := laboratory.seen.by_hand):
        said = f"none of {len(made)} changes helps; written by hand: {own}"
        finding.causes = before_treatments(finding, "method-differs", said)
    finding.changed = [(one.change.words, one.found[0].measured, one.found[0].status) for one in made if one.found[0]]
    words = f"{len(made)} changes" if len(made) > 1 else "one change"
    finding.tries = f"tried {words} in {laboratory.spent:.0f} s" if made else ""


def excused(finding, made):
    """Why a subset that is not learnt proves no fault: it would be in more or in smaller steps, which the whole data
    may not ask for. Empty, where it would not, or a mend speaks for a fault."""
    mended = [one for one in made if one.helps and one.cause in mends.MENDS]
    smaller = [one for one in made if one.helps and one.cause == "learning-rate-too-high"]
    if finding.check.name == "finite" and smaller and not any(one.certain for one in mended):
        return f"with {smaller[0].change.words} it is; the whole data decides"
    if mended:
        return ""
    if any(one.change.words == settings.FOUR_TIMES for one in made if one.certain):
        return f"in {settings.FOUR_TIMES} it passes"
    return ""


def lucky(laboratory):
    return all(passes(laboratory.ask(NOTHING, further), NOTHING) for further in range(1, 1 + OTHER_SEEDS))


def tries(laboratory, causes, learns):
    """Yields a Try of each mend, the likeliest first, while there is time; of what trains also treatments, and mends of
    causes that nobody has named."""
    if laboratory.check is by_hand.of_loss:  # which nothing but another loss changes
        causes = [TURNED]
    # A written setting that is odd is taken back before anything is drawn or scaled anew, which helps against much.
    tables = [(sorted(causes, key=lambda cause: cause not in mends.WRITTEN), mends.MENDS)]
    if laboratory.check.name == "finite":  # where a smaller rate is enough, nothing is proved: it is asked first
        tables.insert(0, (("learning-rate-too-high",), mends.TREATMENTS))
    if learns:
        rest = [(mends.ANY, mends.MENDS), (mends.TREATMENTS, mends.TREATMENTS)]
        # Who learns, and falls short of a claim, has more often another learning rate than a network that hinders.
        rest = rest[::-1] if laboratory.check.to_the_end else rest
        tables += [(mends.WRITTEN, mends.MENDS), (causes, mends.TREATMENTS), *rest]
    known, helped = set(), set()
    for names, table in tables:
        if laboratory.check.to_the_end:
            names = [name for name in names if name not in mends.OTHER_FIGURES]
        for mended, change in mends.changes(names, laboratory.seen, table):
            if {mended[0], change.words} & (known | helped) or not laboratory.affords(change):
                continue
            known.add(change.words)
            yield (one := laboratory.tried(mended, change))
            helped |= {one.cause} if one.helps else set()


def note(finding, made):
    """Writes into a finding what was tried for each cause and what came of it, and orders its causes by that."""
    helping = {one.cause for one in made if one.helps}
    mending = [cause for cause in helping if cause in mends.MENDS]
    for one in made:
        named = one.cause in finding.causes
        if not one.helps and (one.cause in helping or not named or one.broke):
            continue
        alone = len(finding.causes.keys() & one.causes) == 1
        proved = one.certain and named and alone and mending == [one.cause]
        outcome = PROVED if proved else CONSISTENT if one.helps else NO_HELP
        seeds = f"under {len(one.found)} seeds" if len(one.found) > 1 else "under one seed"
        came = f"it passes ({few_digits(one.found[0].measured)}), {seeds}" if one.helps else ""
        finding.outcomes[one.cause] = Outcome(one.change.words, outcome, came)
        if came:
            said = f"with {one.change.words} {came}"
            finding.causes[one.cause] = f"{said}; {finding.causes.get(one.cause, '')}".removesuffix("; ")
    # Where a claim is missed, to reach it by another learning rate is evidence, too.
    counts = {*mends.MENDS, *(mends.TREATMENTS if finding.check.to_the_end else ())}
    order = sorted(finding.causes, key=lambda cause: rank(finding.outcome(cause).outcome if cause in counts else ""))
    finding.causes = {cause: finding.causes[cause] for cause in order}


def in_vain(finding, made, seen):
    """Whether all that can be changed of the named causes has been tried, and nothing helps."""
    if not made or any(one.helps for one in made):
        return False
    every = {**mends.MENDS, **mends.TREATMENTS}
    asked = {change.words for _, change in mends.changes(finding.causes, seen, every)}
    return asked <= {one.change.words for one in made}


def before_treatments(finding, cause, because):
    """{cause: because} of a finding with one more: after what was seen, before treatments and what was in vain."""
    names = [name for name in finding.causes if name != cause]
    late = [name in mends.TREATMENTS or finding.outcome(name).outcome == NO_HELP for name in names]
    at = late.index(True) if True in late else len(names)
    return {name: finding.causes.get(name, because) for name in (*names[:at], cause, *names[at:])}


def rank(outcome):
    """What is proved comes first, then what a mend speaks for; what no mend has changed comes last."""
    return (PROVED, CONSISTENT, "", NO_HELP).index(outcome)
