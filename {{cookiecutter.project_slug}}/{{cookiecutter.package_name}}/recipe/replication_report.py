"""MACHINERY. A replication on the terminal, as Markdown to paste, as JSON, and as a page with figures."""

import base64
import io
from dataclasses import asdict
from pathlib import Path

import jinja2
from rich import box
from rich.console import Console
from rich.table import Table

from . import records

PAGES = Path(__file__).parent / "pages"
STYLES = {"replicated": "green", "not replicated": "bold red", "inconclusive": "yellow", "not tested": "dim"}
LEGEND = (
    "Ours: mean ± standard deviation over n seeds, and its difference from the claim. Replicated: the 95 % t-interval "
    "of the mean lies inside the claimed range; not replicated: wholly outside."
)
HEAD = ("claim", "claimed", "ours", "verdict")


def show(found, run_dir):
    """The verdicts as a table of 80 columns or more."""
    console = Console(highlight=False)
    table = Table(*HEAD, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for row in rows(found):
        table.add_row(row["claim"], row["claimed"], row["ours"], f"[{STYLES[row['verdict']]}]{row['says']}[/]")
    console.print(table)
    if found.candidates:
        table = Table("open question", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        table.add_column("answer", overflow="fold")
        table.add_column("effect")
        for one in candidates(found):
            table.add_row(one["question"], one["answer"], one["effect"])
        console.print(table)
    console.print(f"{run_dir}/replication.md", soft_wrap=True)


def write(found, run_dir):
    """Leaves replication.json, .md and .html in a folder."""
    records.write_json(run_dir / "replication.json", as_json(found))
    content = {
        "head": HEAD,
        "legend": LEGEND,
        "rows": rows(found),
        "candidates": candidates(found),
        "ours": tolerances(found),
    }
    content |= {"figures": figures(found)}
    pages = jinja2.Environment(loader=jinja2.FileSystemLoader(PAGES), autoescape=True, trim_blocks=True)
    (run_dir / "replication.html").write_text(pages.get_template("replication.html").render(content), encoding="utf-8")
    (run_dir / "replication.md").write_text(markdown(content), encoding="utf-8")


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


def figures(found):
    """[(caption, PNG as base64)]: the claims beside what we measured, and what each open question moves."""
    points = [(c.name, j, c) for c, j, _ in found.judged if c.kind in ("metric", "initial_loss") and j.mean is not None]
    drawn = [("Claimed range (bar) and our mean with its 95 % interval", claims_drawn(points))] if points else []
    moved = [one for one in found.candidates if one.effect is not None]
    if moved:
        drawn.append(
            ("What another answer to an open question does to the result, 95 % interval", effects_drawn(moved))
        )
    return drawn


def claims_drawn(points):
    figure, axes = canvas(len(points))
    for y, (_, judgement, claim) in enumerate(points):
        axes.barh(y, 2 * claim.tolerance, left=claim.value - claim.tolerance, height=0.5, color="#9db7d5")
        low, high = judgement.interval or (judgement.mean, judgement.mean)
        axes.errorbar(
            judgement.mean, y, xerr=[[judgement.mean - low], [high - judgement.mean]], fmt="o", color="#c2410c"
        )
    axes.set_yticks(range(len(points)), [name for name, _, _ in points])
    return encoded(figure)


def effects_drawn(moved):
    figure, axes = canvas(len(moved))
    for y, one in enumerate(moved):
        low, high = one.interval or (one.effect, one.effect)
        axes.errorbar(one.effect, y, xerr=[[one.effect - low], [high - one.effect]], fmt="o", color="#c2410c")
    axes.axvline(0, color="#777777", linewidth=1)
    axes.set_yticks(range(len(moved)), [one.answer for one in moved])
    return encoded(figure)


def canvas(lines):
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 0.8 + 0.4 * lines), dpi=110, layout="constrained")  # not pyplot, which keeps figures
    axes = figure.add_subplot()
    axes.invert_yaxis()
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    return figure, axes


def encoded(figure):
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return base64.b64encode(file.getvalue()).decode()
