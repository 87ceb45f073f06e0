"""MACHINERY. A replication on the terminal, as Markdown and LaTeX to paste, as JSON, and as a page with figures.

`judged` is what replication.replicate returns, `candidates` what sensitivity.sensitivity does.
"""

import os
import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from ..figures import curves, model_card, report
from ..figures.sheet import QUIET, TRAINING, VALIDATION, picture, sheet, styled
from ..keep import printing, run_files, unfailing
from ..keep.run_files import few_digits
from ..run.judged import LAST
from .latex import latex
from .replication import composed
from .values import ahead, value

STYLES = {"replicated": "green", "not replicated": "bold red", "inconclusive": "yellow", "not tested": "dim"}
LEGEND = (
    "Ours: mean ± standard deviation over n seeds, and its difference from the claim. Replicated: the 95 % t-interval "
    "of the mean lies inside the claimed range; not replicated: wholly outside."
)
WELCH = "Where the paper gives its own std over n runs, the interval is Welch's, of the difference of the two means."
ASTERISK = "* The tolerance is ours: the paper gives no spread."
HEAD = ("claim", "claimed", "ours", "verdict")


def show(judged, candidates, run_dir):
    """Prints the verdicts, and what each answer to an open question does."""
    cells = [[row["claim"], row["claimed"], row["ours"], row["says"]] for row in map(verdict_in_words, judged)]
    printing.table(HEAD, cells, style=style_of)
    if candidates:
        cells = [[*effect_in_words(one).values()] for one in candidates]
        printing.table(("open question", "answer", "effect"), cells)
    printing.say("\n".join([*weights_in_words(judged), f"{printing.near(run_dir)}/replication.md"]))


def style_of(cell):
    """A verdict's colour; others have none."""
    return next((style for verdict, style in STYLES.items() if cell.startswith(verdict)), "")


def write(judged, candidates, run_dir, paper=""):
    """Leaves replication.json, .md, .tex and .html in a folder, and model_card.md.

    Args:
        paper: its title.
    """
    content = {"schema": 1, "claims": [as_json(*one) for one in judged]}
    run_files.write_json(run_dir / "replication.json", {**content, "sensitivity": [asdict(one) for one in candidates]})
    welch, ours = any(claim.n for claim, _, _ in judged), any(claim.ours and claim.tolerance for claim, _, _ in judged)
    legend = " ".join([LEGEND, *[WELCH] * welch, *weights_in_words(judged)])
    content = {
        "head": HEAD,
        "notes": [legend, *[ASTERISK] * ours],
        "rows": [verdict_in_words(one) for one in judged],
        "candidates": [effect_in_words(one) for one in candidates],
    }
    run_files.replace(run_dir / "replication.md", markdown(content).encode())
    run_files.replace(run_dir / "replication.tex", latex(content).encode())
    with unfailing.unharmed("model_card.md"):
        of_its_model(run_dir / "model_card.md", judged, markdown(content))
    with unfailing.unharmed("replication.html"):
        shown = [report.embedded(one, report.as_png(one.pixels)) for one in figures(judged, candidates)]
        counts = Counter(judgement.verdict for _, judgement, _ in judged)
        head = {
            **report.headed("Replication", run_dir, None),
            "title": f"{paper or 'The paper'}: {counts['replicated']} of {len(judged)} claims are replicated",
            "counts": ", ".join(f"{number} {verdict}" for verdict, number in counts.items()),
        }
        by_name = {claim.name: (claim, row) for claim, _, row in judged}
        rows = zip(content["rows"], (of_claim(claim, by_name, run_dir) for claim, _, _ in judged), strict=True)
        tried = zip(content["candidates"], (of_candidate(one, run_dir) for one in candidates), strict=True)
        content |= {"rows": [{**row, **more} for row, more in rows], "tried": [{**one, **more} for one, more in tried]}
        report.page(run_dir / "replication.html", "replication.html", {**content, **head, "pictures": shown})


def of_its_model(path, judged, table):
    """The model card of the first network that was trained, with the verdicts; none where nothing was trained."""
    row = next((row for _, _, row in judged if row and row.runs), None)
    if row:
        seed, folder = min(row.runs.items())
        limits = [f"{claim.name} ({claim.said}): {ours.verdict}" for claim, ours, _ in judged]
        limits = [one for one in limits if not one.endswith(": replicated")]
        model_card.of_run(path, folder, composed(row.overrides, seed), row.parameters, table, limits)


def of_claim(claim, by_name, run_dir):
    """What the page shows of a claim besides: its runs, seed by seed, and their curves with the claim across them.

    Args:
        claim: a claim.Claim.
        by_name: {name: (Claim, Row)} of all.
        run_dir: the folder of the page.
    """
    row = by_name[claim.name][1]
    if claim.compares:
        return {"runs": [(seed, few_digits(gap), "") for seed, gap in sorted(ahead(claim, by_name).items())]}
    if claim.kind == "initial_loss":
        return {"runs": [(seed, few_digits(loss), "") for seed, loss in enumerate(row.initial_losses)]}
    runs = sorted(row.runs.items()) if claim.trains else []
    shown = {"overrides": " ".join(claim.overrides)}
    shown["runs"] = [(seed, few_digits(value(claim, folder)), near(folder, run_dir)) for seed, folder in runs]
    if runs and claim.metric:
        shown["panel"] = curve_of(claim, {f"seed {seed}": run_files.read_history(folder) for seed, folder in runs})
    return shown


def curve_of(claim, histories):
    """The panel of a claim's metric; of one on the test split, which is measured once, that of the validation split.
    None where no epoch tells it."""
    split, _, name = claim.metric.partition("/")
    key = f"val/{name}" if split == "test" else claim.metric
    drawn = {seed: curves.points(rows, key) for seed, rows in histories.items()}
    levels = {f"claimed {claim.metric}": claim.value}
    return curves.panel(key, drawn, levels) if any(steps for steps, _ in drawn.values()) else None


def of_candidate(one, run_dir):
    """What the page shows of an answer to an open question besides: what short runs came to, and its runs."""
    runs = [(seed, near(folder, run_dir)) for seed, folder in sorted(one.folders.items())]
    screened = " → ".join(map(few_digits, one.screened or ()))
    return {"note": one.note, "claim": one.claim, "screened": screened, "runs": runs}


def near(folder, run_dir):
    """Of a run's page, or of its folder where it has none, the way there from the page of the replication."""
    page = Path(folder) / "report.html"
    return Path(os.path.relpath(page if page.exists() else folder, run_dir)).as_posix()


def as_json(claim, judgement, row):
    keys = "name kind value ends where overrides tolerance ours direction std n metric by_epoch layer split figure pick"
    runs = {seed: str(folder) for seed, folder in row.runs.items()} if row and claim.trains else {}
    numbers = is_number(judgement.mean) and is_number(claim.value) and not claim.ends
    return {
        **{key: getattr(claim, key) for key in keys.split()},
        **asdict(judgement),
        "weights": weights(claim, row),
        "difference": judgement.mean - claim.value if numbers else None,
        "departures": departures(claim, row),
        "runs": runs,
        "accepted": row.accepted if runs else {},
    }


def departures(claim, row):
    return row.departures.get(claim.name, []) if row else []  # of a comparison, they stand at the two claims


def weights(claim, row):
    """{seed: of which weights its figure is, in words}; empty where a claim is of no training's end."""
    if not row or not claim.metric or claim.by_epoch:
        return {}
    results = {seed: run_files.read_json(folder / "result.json") for seed, folder in sorted(row.runs.items())}
    return {seed: run_files.whose_weights(result) for seed, result in results.items()}


def weights_in_words(judged):
    """[of which weights the figures are], in a sentence where all are of the last ones, else claim by claim."""
    of = {claim.name: Counter(weights(claim, row).values()) for claim, _, row in judged}
    of = {name: counts for name, counts in of.items() if counts}
    if {words for counts in of.values() for words in counts} == {LAST}:
        return ["Figures are of the last weights."]
    by_words = {}
    for name, counts in of.items():
        by_words.setdefault(" or ".join(dict.fromkeys(map(without_numbers, counts))), []).append(name)
    return [f"Figures of {', '.join(names)}: {words}." for words, names in by_words.items()]


def without_numbers(words):
    """What weights those of several runs are: the epochs are other ones in each."""
    return re.sub(r" epoch \d+( of \d+)?", " an epoch", words)


def is_number(value):
    return isinstance(value, int | float)


def verdict_in_words(one):
    """One line of the table: what is claimed, what we measured, and what follows."""
    claim, judgement, row = one
    says = judgement.verdict
    if judgement.seeds:
        says += f": {judgement.seeds} seeds would decide"
    elif says == "inconclusive":
        says += ": more than 1,000 seeds would be needed" + (f", since the paper ran {claim.n}" if claim.n else "")
    elif says == "not tested" and row:
        says += f": {row.missing or 'no run of it came to its end'}"
    if departs := departures(claim, row):
        says += f"; departs: {'; '.join(departs)}"
    if row and row.accepted and claim.trains:
        keys = dict.fromkeys(key for keys in row.accepted.values() for key in keys)
        says += f"; {printing.number(len(row.accepted), 'run')} accepted, other in {', '.join(keys)}"
    return {
        "claim": f"{claim.name} ({claim.where})",
        "claimed": claim.said + claim.margin + "*" * bool(claim.ours and claim.tolerance),
        "ours": measured_in_words(judgement, claim),
        "verdict": judgement.verdict,
        "says": says,
    }


def measured_in_words(judgement, claim):
    """The mean with its deviation and number, and how far it is from the claim: a shortfall as a shortfall."""
    if judgement.mean is None:
        return ""
    if judgement.deviation is None:
        return f"{judgement.mean:,}" if is_number(judgement.mean) else str(tuple(judgement.mean))
    words = f"{judgement.mean:.4g} ± {judgement.deviation:.2g} (n = {judgement.number})"
    if claim.ends:
        return words
    return f"difference {words}" if claim.compares else f"{words}, {judgement.mean - claim.value:+.2g}"


def effect_in_words(one):
    """What a Candidate does to the result; why it was not run, where it was not."""
    effect = "" if one.effect is None else f"{one.effect:+.3g}"
    if one.interval is not None:
        effect += " [{:+.3g}, {:+.3g}]".format(*one.interval)
    if one.runs:
        effect += f" (n = {one.runs})"
    return {"question": one.question, "answer": one.answer, "effect": effect or one.note}


def markdown(content):
    lines = ["| " + " | ".join(HEAD) + " |", "|---|---|---|---|"]
    lines += [f"| {r['claim']} | {r['claimed']} | {r['ours']} | {r['says']} |" for r in content["rows"]]
    lines += ["", *(note.replace("*", "\\*") for note in content["notes"])]
    if content["candidates"]:
        lines += ["", "| open question | answer | effect on the result, 95 % interval |", "|---|---|---|"]
        lines += [f"| {c['question']} | {c['answer']} | {c['effect']} |" for c in content["candidates"]]
    return "\n".join(lines) + "\n"


@styled
def figures(judged, candidates):
    """Pictures: the claims beside what we measured, those of one figure together, and what each open question moves."""
    groups = {}
    for claim, ours, _ in judged:
        if claim.kind in ("metric", "figure", "initial_loss") and ours.mean is not None:
            groups.setdefault(claim.about.rpartition("/")[2], []).append((claim, ours))
    moved = [one for one in candidates if one.effect is not None]
    return [claims_drawn(*group) for group in groups.items()] + [effects_drawn(moved)] * bool(moved)


def claims_drawn(name, points):
    figure, axes = lines([claim.name for claim, _ in points])
    for y, (claim, ours) in enumerate(points):
        axes.barh(y, 2 * claim.tolerance, left=claim.value - claim.tolerance, height=0.5, color=TRAINING, alpha=0.4)
        with_interval(axes, y, ours.mean, ours.interval)
    return picture(figure, f"{name}: the claimed range (bar) and our mean with its 95 % interval")


def effects_drawn(moved):
    figure, axes = lines([one.answer for one in moved])
    for y, one in enumerate(moved):
        with_interval(axes, y, one.effect, one.interval)
    axes.axvline(0, color=QUIET, linewidth=1)
    return picture(figure, "What another answer to an open question does to the result, 95 % interval")


def with_interval(axes, y, value, interval):
    low, high = interval or (value, value)
    axes.errorbar(value, y, xerr=[[value - low], [high - value]], fmt="o", color=VALIDATION)


def lines(names):
    """A panel with one line of room for each name, which stands inside at its left."""
    figure, (axes,) = sheet(1, size=(4.6, 0.4 + 0.35 * len(names)))
    axes.set_yticks(range(len(names)), [])
    axes.set_ylim(len(names) - 0.5, -0.7)
    for y, name in enumerate(names):
        axes.text(0.005, y - 0.32, name, transform=axes.get_yaxis_transform(), fontsize=7)
    return figure, axes
