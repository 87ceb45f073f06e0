"""Measures what is promised of speed, and writes RESULTS.md beside this file.

    python benchmarks PROJECT [--tools PYTHON] [--repetitions 3] [--only WORD …]

PROJECT is a generated project whose package is `paper_net`; the Python is the one it is installed in. `--only` measures
the parts whose names hold one of the words, and only prints.
"""

import argparse
import multiprocessing
import os
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import commands
import growth
import last
import loops
import timing
from timing import table

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# What it costs

Measured by `make bench` on {date}, {repetitions} repetitions in turns, medians.

{machine}
"""
FASTEST = "bare `model.fit`"


def targets(rows):
    shown = [[r.what, r.against, r.seconds, r.measured, r.target, "yes" if r.met else "**no**"] for r in rows]
    return table(["what", "against", "seconds: ours, theirs", "measured", "target", "met"], shown)


def watching(took):
    least = took[FASTEST]
    rows = [[way, f"{s:.2f}", f"{s / least:.3f} ×", f"{s - least:+.2f}"] for way, s in took.items()]
    return f"`{loops.LENGTH}`:\n\n" + table(["training", "seconds", "of the bare one", "more"], rows)


def grown(axis, points):
    parts = list(dict.fromkeys(part for point in points for part in point.seconds))
    rows = [
        [f"{p.size:,}", *(f"{p.seconds[part]:.1f}" if part in p.seconds else "" for part in parts), f"{p.memory:,.0f}"]
        for p in points
    ]
    both = [part for part in parts if all(part in point.seconds for point in points[-2:])]  # a climb may have stopped
    slopes = {part: f"{growth.slope(points, lambda p, part=part: p.seconds[part]):.2f}" for part in both}
    memory = growth.slope(points, lambda p: p.memory)
    rows.append(["*exponent at the end*", *(slopes.get(part, "") for part in parts), f"{memory:.2f}"])
    return table([axis, *parts, "MB"], rows)


def alone(function, *arguments):
    """What it returns, in a process of its own: its memory would be counted with that of each command after it."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path)
    parser.add_argument("--tools", default=sys.executable, help="a Python that has cookiecutter")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[""])
    asked = parser.parse_args()
    project = asked.project.resolve()
    os.chdir(project)
    sys.path.insert(0, str(project))
    measure = commands.Commands(project, sys.executable, asked.tools, asked.repetitions)

    def wanted(name):
        return any(word in name for word in asked.only)

    then = RESULTS.read_text(encoding="utf-8")
    minutes, begun = {}, time.monotonic()  # of each part

    def over(part):
        nonlocal begun
        begun, minutes[part] = time.monotonic(), (time.monotonic() - begun) / 60

    machine = "\n".join(f"- {line}" for line in timing.machine())
    parts = [HEAD.format(date=date.today(), repetitions=asked.repetitions, machine=machine).strip()]

    def told(text):
        parts.append(text)
        print(text, flush=True)
        if asked.only == [""]:
            RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")

    rows = []
    for part in commands.TABLE:
        if wanted(part.__name__):
            for row in part(measure):
                rows.append(row)
                print(row, flush=True)
            over(part.__name__)
    if wanted("one_sample"):
        rows += alone(loops.one_sample, project, asked.repetitions)
        over("one_sample")
    told("## Against the targets\n\n" + targets(rows))
    if wanted("watching"):
        told("## Watching a training, in one process")
        told(watching(alone(loops.watching, project, asked.repetitions)))
        over("watching")
    if wanted("growth"):
        told("## As the work grows\n\nSeconds of each rung, of the whole climb and of a training with its page.")
        for axis, points in growth.grown(project, sys.executable):
            told(grown(axis, points))
            over(f"growth of {axis}")
    told("## How long it took\n\n" + table(["part", "minutes"], timing.summed(minutes)))
    told("## Against the last time\n\n" + last.compared(then, rows))
    shutil.rmtree(project / "climbs", ignore_errors=True)


if __name__ == "__main__":
    main()
