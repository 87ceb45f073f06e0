"""MACHINERY. A replication on the terminal, as Markdown and LaTeX to paste, as JSON, and as a page with figures.

`judged` is what replication.replicate returns, `candidates` what sensitivity.sensitivity does.
"""

import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from ..figures import curves, model_card, report
from ..figures.sheet import QUIET, TRAINING, VALIDATION, picture, sheet, styled
from ..keep import printing, run_files, unfailing
from ..keep.run_files import few_digits
from ..paper.values import ahead, value
from . import words
from .latex import latex
from .replication import composed

STYLES = {
    "replicated": "green",
    "not replicated": "bold red",
    "inconclusive": "yellow",
    "not tested": "dim",
    "measured": "dim",
}
HEAD = ("claim", "claimed", "ours", "verdict")


def show(judged, candidates, run_dir):
    """Prints the verdicts, and what each answer to an open question does."""
    cells = [[row["claim"], row["claimed"], row["ours"], row["says"]] for row in words.rows(judged)]
    printing.table(HEAD, cells, style=style_of)
    if candidates:
        cells = [[*words.effect(one).values()] for one in candidates]
        printing.table(("open question", "answer", "effect on a claim"), cells)
    below = [*words.weights_of(judged), *words.departing(judged), f"{printing.near(run_dir)}/replication.md"]
    printing.say("\n".join(below))


def style_of(cell):
    """A verdict's colour; others have none."""
    return next((style for verdict, style in STYLES.items() if cell.startswith(verdict)), "")


def write(judged, candidates, run_dir, paper=""):
    """Leaves replication.json, .md, .tex and .html in a folder, and model_card.md.

    Args:
        paper: its title.
    """
    claims = [as_json(*one, words.departures_of(judged)) for one in judged]
    sensitivity = [asdict(one) for one in candidates]
    run_files.write_json(run_dir / "replication.json", {"schema": 1, "claims": claims, "sensitivity": sensitivity})
    content = {
        "head": HEAD,
        "notes": words.notes(judged, candidates),
        "rows": words.rows(judged),
        "candidates": [words.effect(one) for one in candidates],
    }
    run_files.replace(run_dir / "replication.md", markdown(content).encode())
    run_files.replace(run_dir / "replication.tex", latex(content).encode())
    with unfailing.unharmed("model_card.md"):
        of_its_model(run_dir / "model_card.md", judged, markdown(content))
    with unfailing.unharmed("replication.html"):
        shown = report.drawn(run_dir, figures(judged, candidates))
        (run_dir / "replication.md").write_text(markdown(content) + pictured(shown), encoding="utf-8")
        counts = Counter(judgement.verdict for _, judgement, _ in judged)
        claimed = len(judged) - counts["measured"]
        head = {
            **report.headed("Replication", run_dir, None),
            "title": f"{paper or 'The paper'}: {counts['replicated']} of {claimed} claims are replicated",
            "counts": ", ".join(f"{number} {verdict}" for verdict, number in counts.items()),
        }
        by_name = {claim.name: (claim, row) for claim, _, row in judged}
        rows = zip(content["rows"], (of_claim(claim, by_name, run_dir) for claim, _, _ in judged), strict=True)
        tried = zip(content["candidates"], (of_candidate(one, run_dir) for one in candidates), strict=True)
        content |= {"rows": [{**row, **more} for row, more in rows], "tried": [{**one, **more} for one, more in tried]}
        content |= {**head, "pictures": [*shown.values()]}
        report.page(run_dir / "replication.html", "replication.html", content)


def of_its_model(path, judged, table):
    """The model card of the first network that was trained, with the verdicts; none where nothing was trained."""
    row = next((row for _, _, row in judged if row and row.runs), None)
    if row:
        seed, folder = min(row.runs.items())
        limits = [f"{claim.name} ({claim.said}): {ours.verdict}" for claim, ours, _ in judged]
        limits = [one for one in limits if not one.endswith((": replicated", ": measured"))]
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
    levels = {} if claim.value is None else {f"claimed {claim.metric}": claim.value}
    return curves.panel(key, drawn, levels) if any(steps for steps, _ in drawn.values()) else None


def of_candidate(one, run_dir):
    """What the page shows of an answer to an open question besides: what short runs came to, and its runs."""
    runs = [(seed, near(folder, run_dir)) for seed, folder in sorted(one.folders.items())]
    screened = " → ".join(map(few_digits, one.screened or ()))
    return {"note": one.note, "screened": screened, "runs": runs}


def near(folder, run_dir):
    """Of a run's page, or of its folder where it has none, the way there from the page of the replication."""
    page = Path(folder) / "report.html"
    return Path(os.path.relpath(page if page.exists() else folder, run_dir)).as_posix()


def as_json(claim, judgement, row, departures):
    keys = "name kind value ends where overrides tolerance ours direction std n metric by_epoch layer split figure pick"
    runs = {seed: str(folder) for seed, folder in row.runs.items()} if row and claim.trains else {}
    numbers = words.is_number(judgement.mean) and words.is_number(claim.value) and not claim.ends
    return {
        **{key: getattr(claim, key) for key in keys.split()},
        **asdict(judgement),
        "weights": words.weights(claim, row),
        "difference": judgement.mean - claim.value if numbers else None,
        "departures": departures[claim.name],
        "runs": runs,
        "accepted": row.accepted if runs else {},
    }


def markdown(content):
    lines = ["| " + " | ".join(HEAD) + " |", "|---|---|---|---|"]
    lines += [f"| {r['claim']} | {r['claimed']} | {r['ours']}{r['interval']} | {r['says']} |" for r in content["rows"]]
    for note in content["notes"]:
        lines += ["", note.replace("*", "\\*")]
    if content["candidates"]:
        lines += ["", "| open question | answer | effect on a claim, 95 % interval |", "|---|---|---|"]
        lines += [f"| {c['question']} | {c['answer']} | {c['effect']} |" for c in content["candidates"]]
    return "\n".join(lines) + "\n"


def pictured(shown):
    """The pictures as Markdown, from what report.drawn has left of them."""
    return "".join(f"\n![{one['caption']}](figures/{key.replace('/', '-')}.png)\n" for key, one in shown.items())


@styled
def figures(judged, candidates):
    """{key: Picture}: the claims beside what was measured, those of one figure together; what each question moves."""
    groups = {}
    for claim, ours, _ in judged:
        if claim.kind in ("metric", "figure", "initial_loss") and ours.mean is not None:
            groups.setdefault(claim.about.rpartition("/")[2], []).append((claim, ours))
    moved = [one for one in candidates if one.effect is not None]
    drawn = {f"claims/{name}": claims_drawn(name, group) for name, group in groups.items()}
    return {**drawn, "open/questions": effects_drawn(moved)} if moved else drawn


def claims_drawn(name, points):
    figure, axes = lines([claim.name for claim, _ in points])
    for y, (claim, ours) in enumerate(points):
        if claim.value is not None:
            left, width = claim.value - claim.tolerance, 2 * claim.tolerance
            axes.barh(y, width, left=left, height=0.5, color=TRAINING, alpha=0.4)
        with_interval(axes, y, ours.mean, ours.interval)
    claimed = "the claimed range (bar) and " if any(claim.value is not None for claim, _ in points) else ""
    return picture(figure, f"{name}: {claimed}our mean with its 95 % interval")


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
