"""MACHINERY. A replication in sentences: of a claim, what is claimed, what was measured and what follows; of an answer,
what it does.

`judged` is what replication.replicate returns, `candidates` what sensitivity.sensitivity does.
"""

import re
from collections import Counter
from pathlib import Path

from ..keep import printing, run_files
from ..run.judged import LAST

LEGEND = (
    "Ours: mean ± standard deviation over n seeds, and its difference from the claim. Replicated: the 95 % t-interval "
    "of the mean, in brackets, lies inside the claimed range; not replicated: wholly outside."
)
WELCH = "Where the paper gives its own std over n runs, the interval is Welch's, of the difference of the two means."
COMPARED = "Measured: the paper gives no figure of its own; it is compared."
ASTERISK = "* The tolerance is ours: the paper gives no spread."


def rows(judged):
    """The lines of the table."""
    departures = departures_of(judged)
    return [verdict(one, departures[one[0].name]) for one in judged]


def verdict(one, departs):
    """One line of the table: what is claimed, what we measured, and what follows.

    Args:
        departs: whether its runs depart from the paper.
    """
    claim, judgement, row = one
    says = judgement.verdict
    if judgement.seeds:
        says += f": {judgement.seeds} seeds would decide"
    elif says == "inconclusive":
        says += ": more than 1,000 seeds would be needed" + (f", since the paper ran {claim.n}" if claim.n else "")
    elif says == "not tested" and row:
        says += f": {row.missing or 'no run of it came to its end'}"
    if departs:
        says += "; departs"
    if row and row.accepted and claim.trains:
        keys = dict.fromkeys(key for keys in row.accepted.values() for key in keys)
        says += f"; {printing.number(len(row.accepted), 'run')} accepted, other in {', '.join(keys)}"
    return {
        "claim": f"{claim.name} ({claim.where})",
        "claimed": claim.said + claim.margin + "*" * bool(claim.ours and claim.tolerance),
        "ours": measured(judgement, claim),
        "interval": " [{:.4g}, {:.4g}]".format(*judgement.interval) if judgement.interval else "",
        "verdict": judgement.verdict,
        "says": says,
    }


def measured(judgement, claim):
    """The mean with its deviation and number, and how far it is from the claim: a shortfall as a shortfall."""
    if judgement.mean is None:
        return ""
    if judgement.deviation is None:
        return f"{judgement.mean:,}" if is_number(judgement.mean) else str(tuple(judgement.mean))
    words = f"{judgement.mean:.4g} ± {judgement.deviation:.2g} (n = {judgement.number})"
    if claim.ends:
        return words
    if claim.compares:
        return f"difference {words}"
    return words if claim.value is None else f"{words}, {judgement.mean - claim.value:+.2g}"


def is_number(value):
    return isinstance(value, int | float)


def effect(one):
    """What a Candidate does to the result; why it was not run, where it was not."""
    effect = "" if one.effect is None else f"{one.claim} {one.effect:+.3g}"
    if one.interval is not None:
        effect += " [{:+.3g}, {:+.3g}]".format(*one.interval)
    if one.runs:
        effect += f" (n = {one.runs})"
    return {"question": one.question, "answer": one.answer, "effect": effect or one.note}


def notes(judged, candidates):
    """What stands below the table: how to read it, what the runs were, where they depart from the paper."""
    verdicts = {judgement.verdict for _, judgement, _ in judged}
    legend = [LEGEND, *[WELCH] * any(claim.n for claim, _, _ in judged), *[COMPARED] * ("measured" in verdicts)]
    legend += [*weights_of(judged), *effort(judged, candidates)]
    ours = any(claim.ours and claim.tolerance for claim, _, _ in judged)
    return [" ".join(legend), *departing(judged), *[ASTERISK] * ours]


def departing(judged):
    """[where runs depart from the paper, and which claims that can move], a sentence each."""
    found, trained = departures_of(judged), {claim.name for claim, _, _ in judged if claim.trains}
    moved = {}
    for name, departures in found.items():
        for one in departures:
            moved.setdefault(one, []).append(name)
    return [f"Departs: {one}: {', '.join(n) if {*n} < trained else 'all trainings'}." for one, n in moved.items()]


def departures_of(judged):
    """{claim's name: where its runs depart from the paper}; a comparison rests on its two claims."""
    own = {claim.name: row.departures.get(claim.name, []) for claim, _, row in judged if row}
    rests_on = {claim.name: claim.value if claim.compares else [claim.name] for claim, _, _ in judged}
    return {name: [*dict.fromkeys(one for of in names for one in own[of])] for name, names in rests_on.items()}


def weights_of(judged):
    """[of which weights the figures are], in a sentence where all are of the last ones, else claim by claim."""
    of = {claim.name: Counter(weights(claim, row).values()) for claim, _, row in judged}
    of = {name: counts for name, counts in of.items() if counts}
    if {words for counts in of.values() for words in counts} == {LAST}:
        return ["Figures are of the last weights."]
    by_words = {}
    for name, counts in of.items():
        by_words.setdefault(" or ".join(dict.fromkeys(map(without_numbers, counts))), []).append(name)
    return [f"Figures of {', '.join(names)}: {words}." for words, names in by_words.items()]


def weights(claim, row):
    """{seed: of which weights its figure is, in words}; empty where a claim is of no training's end."""
    if not row or not claim.metric or claim.by_epoch:
        return {}
    results = {seed: run_files.read_json(folder / "result.json") for seed, folder in sorted(row.runs.items())}
    return {seed: run_files.whose_weights(result) for seed, result in results.items()}


def without_numbers(words):
    """What weights those of several runs are: the epochs are other ones in each."""
    return re.sub(r" epoch \d+( of \d+)?", " an epoch", words)


def effort(judged, candidates):
    """[how many trainings the figures rest on, and how long these took], in a sentence; empty without any."""
    folders = {str(folder) for _, _, row in judged if row for folder in row.runs.values()}
    folders |= {folder for one in candidates for folder in one.folders.values()}
    took = sum(run_files.read_json(Path(folder) / "result.json")["seconds"] for folder in folders)
    return [f"{printing.number(len(folders), 'run')}, {printing.duration(took)}."] if folders else []
