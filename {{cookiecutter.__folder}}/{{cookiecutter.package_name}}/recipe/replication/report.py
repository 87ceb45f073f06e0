"""MACHINERY. A replication on the terminal, as Markdown to paste, as JSON, and as a page with figures.

`judged` is what replication.replicate returns, `candidates` what sensitivity.sensitivity does.
"""

from dataclasses import asdict

from ..figures import report
from ..figures.sheet import QUIET, TRAINING, VALIDATION, picture, sheet, styled
from ..keep import printing, run_files, unfailing

STYLES = {"replicated": "green", "not replicated": "bold red", "inconclusive": "yellow", "not tested": "dim"}
LEGEND = (
    "Ours: mean ± standard deviation over n seeds, and its difference from the claim. Replicated: the 95 % t-interval "
    "of the mean lies inside the claimed range; not replicated: wholly outside."
)
HEAD = ("claim", "claimed", "ours", "verdict")


def show(judged, candidates, run_dir):
    """Prints the verdicts, and what each answer to an open question does."""
    cells = [[row["claim"], row["claimed"], row["ours"], row["says"]] for row in map(verdict_in_words, judged)]
    printing.table(HEAD, cells, style=style_of)
    if candidates:
        cells = [[*effect_in_words(one).values()] for one in candidates]
        printing.table(("open question", "answer", "effect"), cells)
    printing.say(f"{printing.near(run_dir)}/replication.md")


def style_of(cell):
    """A verdict's colour; others have none."""
    return next((style for verdict, style in STYLES.items() if cell.startswith(verdict)), "")


def write(judged, candidates, run_dir):
    """Leaves replication.json, .md and .html in a folder."""
    content = {"schema": 1, "claims": [as_json(*one) for one in judged]}
    run_files.write_json(run_dir / "replication.json", {**content, "sensitivity": [asdict(one) for one in candidates]})
    content = {
        "title": "Replication",
        "head": HEAD,
        "legend": LEGEND,
        "rows": [verdict_in_words(one) for one in judged],
        "candidates": [effect_in_words(one) for one in candidates],
        "ours": any(claim.ours and claim.tolerance for claim, _, _ in judged),
    }
    (run_dir / "replication.md").write_text(markdown(content), encoding="utf-8")
    with unfailing.unharmed("replication.html"):
        shown = [report.embedded(one, report.as_png(one)) for one in figures(judged, candidates)]
        report.page(run_dir / "replication.html", "replication.html", {**content, "groups": [("Figures", shown)]})


def as_json(claim, judgement, row):
    keys = "name kind value where overrides tolerance ours direction metric by_epoch layer".split()
    runs = {seed: str(folder) for seed, folder in row.runs.items()} if row and claim.trains else {}
    numbers = is_number(judgement.mean) and is_number(claim.value)
    return {
        **{key: getattr(claim, key) for key in keys},
        **asdict(judgement),
        "difference": judgement.mean - claim.value if numbers else None,
        "departures": row.departures if row else [],
        "runs": runs,
    }


def is_number(value):
    return isinstance(value, int | float)


def verdict_in_words(one):
    """One line of the table: what is claimed, what we measured, and what follows."""
    claim, judgement, row = one
    says = judgement.verdict
    if judgement.seeds:
        says += f": {judgement.seeds} seeds would decide"
    elif says == "inconclusive":
        says += ": more than 1,000 seeds would be needed"
    elif says == "not tested" and row:
        says += f": {row.missing or 'no run of it came to its end'}"
    if row and row.departures:
        says += f"; departs: {'; '.join(row.departures)}"
    return {
        "claim": f"{claim.name} ({claim.where})",
        "claimed": claim.said + (f" ± {claim.tolerance:.3g}" + "*" * claim.ours if claim.tolerance else ""),
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
    return f"difference {words}" if claim.kind == "greater" else f"{words}, {judgement.mean - claim.value:+.2g}"


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
    lines += ["", LEGEND]
    lines += ["\\* The tolerance is ours: the paper gives no spread."] * content["ours"]
    if content["candidates"]:
        lines += ["", "| open question | answer | effect on the result, 95 % interval |", "|---|---|---|"]
        lines += [f"| {c['question']} | {c['answer']} | {c['effect']} |" for c in content["candidates"]]
    return "\n".join(lines) + "\n"


@styled
def figures(judged, candidates):
    """Pictures: the claims beside what we measured, and what each open question moves."""
    kinds = ("metric", "initial_loss")
    points = [(claim, ours) for claim, ours, _ in judged if claim.kind in kinds and ours.mean is not None]
    moved = [one for one in candidates if one.effect is not None]
    return [claims_drawn(points)] * bool(points) + [effects_drawn(moved)] * bool(moved)


def claims_drawn(points):
    figure, axes = lines([claim.name for claim, _ in points])
    for y, (claim, ours) in enumerate(points):
        axes.barh(y, 2 * claim.tolerance, left=claim.value - claim.tolerance, height=0.5, color=TRAINING, alpha=0.4)
        with_interval(axes, y, ours.mean, ours.interval)
    return picture(figure, "Claimed range (bar) and our mean with its 95 % interval")


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
    figure, (axes,) = sheet(1, size=(6, 0.4 + 0.35 * len(names)))
    axes.set_yticks(range(len(names)), [])
    axes.set_ylim(len(names) - 0.5, -0.7)
    for y, name in enumerate(names):
        axes.text(0.005, y - 0.32, name, transform=axes.get_yaxis_transform(), fontsize=7)
    return figure, axes
