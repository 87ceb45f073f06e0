"""MACHINERY. A replication on the terminal, as Markdown to paste, as JSON, and as a page with figures."""

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


def show(found, run_dir):
    """Prints the verdicts, and what each answer to an open question does."""
    cells = [[row["claim"], row["claimed"], row["ours"], row["says"]] for row in rows(found)]
    printing.table(HEAD, cells, style=style_of)
    if found.candidates:
        tried = [[one["question"], one["answer"], one["effect"]] for one in candidates(found)]
        printing.table(("open question", "answer", "effect"), tried)
    printing.say(f"{printing.near(run_dir)}/replication.md")


def style_of(cell):
    """A verdict's colour; others have none."""
    return next((style for verdict, style in STYLES.items() if cell.startswith(verdict)), "")


def write(found, run_dir):
    """Leaves replication.json, .md and .html in a folder."""
    run_files.write_json(run_dir / "replication.json", as_json(found))
    content = {
        "head": HEAD,
        "legend": LEGEND,
        "rows": rows(found),
        "candidates": candidates(found),
        "ours": tolerances(found),
    }
    (run_dir / "replication.md").write_text(markdown(content), encoding="utf-8")
    with unfailing.unharmed("replication.html"):
        groups = [("Figures", [report.embedded(one, report.as_png(one)) for one in figures(found)])]
        content |= {"title": "Replication", "groups": groups}
        report.page(run_dir / "replication.html", "replication.html", content)


def as_json(found):
    judged = []
    for claim, judgement, row in found.judged:
        runs = {} if row is None else {seed: str(folder) for seed, folder in row.runs.items()}
        difference = judgement.mean - claim.value if is_number(judgement.mean) and is_number(claim.value) else None
        own = {"departures": row.departures if row else [], "runs": runs if claim.trains else {}}
        judged.append({**asdict(claim), **asdict(judgement), "difference": difference, **own})
    return {"schema": 1, "claims": judged, "sensitivity": [asdict(one) for one in found.candidates]}


def is_number(value):
    return isinstance(value, int | float)


def rows(found):
    """The table: what is claimed, what we measured, and what follows; all in words."""
    table = []
    for claim, judgement, row in found.judged:
        ours = "" if judgement.mean is None else in_words(judgement, claim)
        says = judgement.verdict
        if judgement.seeds:
            says += f": {judgement.seeds} seeds would decide"
        elif judgement.verdict == "inconclusive":
            says += ": more than 1,000 seeds would be needed"
        if judgement.verdict == "not tested":
            says += f": {row.missing or 'no run of it came to its end'}" if row else ""
        claimed = claim.said
        if claim.tolerance:
            claimed += f" ± {claim.tolerance:.3g}" + "*" * claim.ours
        departs = f"; departs: {'; '.join(row.departures)}" if row and row.departures else ""
        where = f"{claim.name} ({claim.where})"
        table.append(
            {"claim": where, "claimed": claimed, "ours": ours, "verdict": judgement.verdict, "says": says + departs}
        )
    return table


def in_words(judgement, claim):
    """The mean with its deviation and number, and how far it is from the claim: a shortfall as a shortfall."""
    if judgement.deviation is None:
        return f"{judgement.mean:,}" if is_number(judgement.mean) else str(tuple(judgement.mean))
    words = f"{judgement.mean:.4g} ± {judgement.deviation:.2g} (n = {judgement.number})"
    if claim.kind == "greater":
        return f"difference {words}"
    return f"{words}, {judgement.mean - claim.value:+.2g}"


def tolerances(found):
    return any(claim.ours and claim.tolerance for claim, _, _ in found.judged)


def candidates(found):
    table = []
    for one in found.candidates:
        effect = "" if one.effect is None else f"{one.effect:+.3g}"
        if one.interval is not None:
            effect += f" [{one.interval[0]:+.3g}, {one.interval[1]:+.3g}]"
        if one.runs:
            effect += f" (n = {one.runs})"
        table.append({"question": one.question, "answer": one.answer, "effect": effect or one.note})
    return table


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
def figures(found):
    """Pictures: the claims beside what we measured, and what each open question moves."""
    points = [(c.name, j, c) for c, j, _ in found.judged if c.kind in ("metric", "initial_loss") and j.mean is not None]
    moved = [one for one in found.candidates if one.effect is not None]
    return [claims_drawn(points)] * bool(points) + [effects_drawn(moved)] * bool(moved)


def claims_drawn(points):
    figure, axes = lines([name for name, _, _ in points])
    for y, (_, judgement, claim) in enumerate(points):
        axes.barh(y, 2 * claim.tolerance, left=claim.value - claim.tolerance, height=0.5, color=TRAINING, alpha=0.4)
        with_interval(axes, y, judgement.mean, judgement.interval)
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
