"""MACHINERY. Which open question decides the result? Other answers to the questions, one at a time."""

import json
from dataclasses import dataclass, field

from ..keep import printing
from ..paper import judgement, paper_yaml
from ..paper.claim import Claim
from .replication import Row, composed, run, steps

SHORT = 5  # a first try of an answer has one step in so many
FEWEST = 2  # runs of an answer, for an interval


@dataclass(frozen=True)
class Candidate:
    """What another answer to an open question does: the difference it makes, its interval, and how it was found.

    Args:
        claim: the claim that it may move.
        runs: how many there are of it.
        screened: what short runs came to, (as it is guessed, with this answer); None without them.
        folders: {seed: folder} of its whole runs.
    """

    question: str
    answer: str
    effect: float | None
    interval: tuple | None
    runs: int
    note: str = ""
    claim: str = ""
    screened: tuple | None = None
    folders: dict = field(default_factory=dict)


def sensitivity(node, judged, launch):
    """Tries each other answer to a question alone, from the current guesses.

    Args:
        node: `cfg.paper`.
        judged: as replication.replicate returns it.
        launch: trains for lists of overrides.

    Returns:
        [Candidate], the largest effect first; those that were not run last.
    """
    by_name = {claim.name: (claim, row) for claim, _, row in judged if row}
    metrics = [name for name, (claim, row) in by_name.items() if claim.of_runs and not row.missing]
    trials = [
        Trial(question.asks, answer, *by_name[question.get("of") or metrics[0]], question.key)
        for question in (node.get("questions") or {}).values()
        for answer in paper_yaml.plain(question.candidates)
        if metrics
    ]
    trials = [trial for trial in trials if not trial.base.missing and not trial.is_the_guess()]
    seeds, affordable = shared_out(node.budget, len(trials), node.seeds)
    printing.say(f"sensitivity: {len(trials)} answers, {seeds} runs each, short ones first; {node.budget} runs in all")
    beyond = [trial.result(note=f"beyond the budget of {node.budget} runs") for trial in trials[affordable:]]
    trials = trials[:affordable]

    short = {trial: trial.short() for trial in trials if not trial.changes_length()}
    tried = {overrides: Row(overrides) for pair in short.values() for overrides in pair}
    run(tried.values(), node, launch, seeds=1)
    screened = {trial: trial.screened(*(tried[overrides] for overrides in pair)) for trial, pair in short.items()}
    dropped = {trial: trial.hopeless(pair) for trial, pair in screened.items()}

    rows = {trial: Row(trial.overrides) for trial in trials if not dropped.get(trial)}
    run(rows.values(), node, launch, seeds)
    done = [trial.result(dropped.get(trial, ""), rows.get(trial), screened.get(trial)) for trial in trials]
    return sorted(done, key=lambda one: -abs(one.effect or 0)) + beyond


def shared_out(budget, trials, most):
    """(runs of each trial, how many trials are affordable), each with a short run of its own and of its base."""
    seeds = max(FEWEST, min(most, int((budget - 2 * trials / SHORT) // max(1, trials))))
    return seeds, int(budget // (seeds + 2 / SHORT))


@dataclass(eq=False)
class Trial:
    """One other answer to an open question, of the claim that it may move."""

    asks: str
    answer: object
    claim: Claim
    base: Row
    key: str

    @property
    def overrides(self):
        return (*self.base.overrides, f"{self.key}={as_typed(self.answer)}")

    def is_the_guess(self):
        return paper_yaml.choice(composed(self.base.overrides), self.key) == self.answer

    def changes_length(self):
        return self.key in ("training.max_steps", "training.epochs")

    def short(self):
        """The overrides of short runs: without and with this answer."""
        pair = (self.base.overrides, self.overrides)
        return [(*one, f"training.max_steps={max(1, steps(composed(one)) // SHORT)}") for one in pair]

    def screened(self, base, row):
        """What short runs of both came to, without and with this answer; None where one of them failed."""
        return (*base.values(self.claim), *row.values(self.claim)) if base.runs and row.runs else None

    def hopeless(self, screened):
        """Why more runs are not worth their cost, in words: by then it has learnt less than half; else empty."""
        if screened is None:
            return "a short run of it failed"
        without, with_it = screened
        if self.claim.metric not in self.base.untrained:  # a figure of one's own: nothing is known of no training
            return ""
        gain = without - self.base.untrained[self.claim.metric]
        behind = (without - with_it) / gain if gain else 0.0
        return f"dropped after a short run: {with_it:.4g} instead of {without:.4g}" if behind > 0.5 else ""

    def result(self, note="", row=None, screened=None):
        answer, claim = f"{self.key}={as_typed(self.answer)}", self.claim.name
        if row is None or not row.runs:
            return Candidate(self.asks, answer, None, None, 0, note or "its runs failed", claim, screened)
        effect = judgement.effect(row.values(self.claim), self.base.values(self.claim))
        folders = {seed: str(folder) for seed, folder in row.runs.items()}
        return Candidate(self.asks, answer, *effect, len(row.runs), note, claim, screened, folders)


def as_typed(answer):
    """An answer as the value of an override; Hydra reads no quoted keys."""
    if isinstance(answer, dict):
        return "{" + ", ".join(f"{key}: {as_typed(value)}" for key, value in answer.items()) + "}"
    return answer if isinstance(answer, str) else json.dumps(answer)
