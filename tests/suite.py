"""Climbs every broken program, its fixed twin and every healthy program, and prints what the recipe said of each.

    python tests/suite.py PROJECT [--only WORD …] [--rungs RUNG …] [--quick] [--seeds 3] [--jobs 2] [--out results.json]

PROJECT is a generated project whose package is `paper_net`; the Python is the one it is installed in.
"""

import argparse
import contextlib
import importlib
import json
import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "faults"), str(HERE / "healthy")]

import backends  # noqa: E402
import broken  # noqa: E402
import healthy  # noqa: E402
import prepare  # noqa: E402
import programs  # noqa: E402

RIGHT_AMONG = 3

# What `--quick` climbs: some of each kind, a minute or two on two cores.
QUICK = HERE / "quick.txt"


@dataclass(frozen=True)
class Case:
    """One climb: a program under one seed."""

    name: str
    kind: str  # broken, twin or healthy
    program: object
    seed: int = 0


def cases(seeds):
    """Every climb of the whole suite."""
    for program in broken.BROKEN:
        yield Case(program.name, "broken", program)
    # Many programs share a twin: the task as it is, under the rungs that they are climbed by.
    twins = {(program.fixed.name, program.rungs): program.fixed for program in broken.BROKEN}
    for (name, _), program in twins.items():
        for seed in range(seeds):
            yield Case(f"{name} seed {seed}", "twin", program, seed)
    for program in healthy.HEALTHY:
        for seed in range(seeds):
            yield Case(f"{program.name} seed {seed}", "healthy", program, seed)


def climb(case, project, folder, given_rungs=()):
    """Climbs in a process of its own, forked from one that has imported Keras: an import takes six seconds.

    Returns:
        The content of verdicts.json, or {"status": "crash", …}.
    """
    where = folder / "project"
    if case.kind == "healthy":
        prepare.prepare(case.program, project, where)
        overrides = prepare.overrides(case.program)
    else:
        overrides = programs.prepare(case.program, project, where)
    os.chdir(where)
    sys.path.insert(0, str(where))
    run_dir = folder / "run"
    run_dir.mkdir()
    log = (folder / "log.txt").open("w")
    os.dup2(log.fileno(), 1)
    os.dup2(log.fileno(), 2)

    import hydra
    from paper_net.recipe.climb.climb import climb
    from paper_net.recipe.keras_side import backend  # noqa: F401

    rungs = given_rungs or getattr(case.program, "rungs", None)
    extra = [f"seed={case.seed}"] if case.seed else []
    extra += [f"rungs=[{','.join(rungs)}]"] if rungs else []
    with hydra.initialize_config_dir(str(where / "conf"), version_base="1.3"):
        ours = [f"backend={backends.CHOSEN}", "tracker=[]", "report=false"]
        cfg = hydra.compose("recipe", overrides=[*ours, *overrides, *extra])
    climb(cfg, run_dir)
    sys.stdout.flush()
    os._exit(0)  # without TensorFlow's own end, which a forked process does not survive


def run(case, project, rungs):
    """The verdict on one case, and what it took."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        child = multiprocessing.get_context("fork").Process(target=climb, args=(case, project, folder, rungs))
        child.start()
        child.join(600)
        if child.is_alive():
            child.kill()
        verdict = {"status": "crash", "rungs": []}
        with contextlib.suppress(FileNotFoundError):
            verdict = json.loads((folder / "run/verdicts.json").read_text())
        if child.exitcode:
            verdict["status"] = "crash"
            with contextlib.suppress(FileNotFoundError):
                verdict["log"] = (folder / "log.txt").read_text()[-2000:]
    return {
        "name": case.name,
        "kind": case.kind,
        "task": case.program.task,
        "right": list(getattr(case.program, "causes", ())),
        "may_warn": getattr(case.program, "may_warn", False),
        "seconds": round(time.monotonic() - began, 1),
        **summary(verdict),
    }


def summary(verdict):
    """The status, the rung and the check that decided, and all causes named, those of the failing check first."""
    findings = [
        (rung["rung"], finding)
        for status in ("fail", "warn")
        for rung in verdict["rungs"]
        for finding in rung["checks"]
        if finding["status"] == status
    ]
    named = [cause["cause"] for _, finding in findings for cause in finding["causes"]]
    rung, finding = findings[0] if findings else ("", {"check": "", "measured": None, "expected": ""})
    asked = {f"{rung['rung']}/{found['check']}": found for rung in verdict["rungs"] for found in rung["checks"]}
    return {
        "asked": {name: [found["status"], found["measured"]] for name, found in asked.items()},
        "status": verdict["status"],
        "rung": rung,
        "check": finding["check"],
        "measured": finding["measured"],
        "expected": finding["expected"],
        "named": list(dict.fromkeys(named)),
        "log": verdict.get("log", ""),
    }


def judged(row):
    """Whether a broken program was detected, and how high a right cause was ranked (from 0; None: not named)."""
    detected = row["status"] == "fail" or row["may_warn"] and row["status"] == "warn"
    ranks = [row["named"].index(cause) for cause in row["right"] if cause in row["named"]]
    return detected, min(ranks, default=None)


def line(row):
    words = f"{row['status']:5} {row['seconds']:5.1f} s  {row['name']:<52.52} {row['rung']:7} {row['check']:<20}"
    if row["kind"] == "broken":
        detected, rank = judged(row)
        words += f" {'detected' if detected else 'MISSED  '} cause {'-' if rank is None else rank + 1}"
        words += f"  {', '.join(row['named'][:RIGHT_AMONG])}"
    elif row["status"] == "crash":
        words += row["log"].strip().rpartition("\n")[2]
    elif row["status"] not in ("pass", "skip"):
        words += f" {row['measured']} expected {row['expected']}"
    return words


def report(rows):
    """The figures the suite is judged by, as lines."""
    faults = [judged(row) for row in rows if row["kind"] == "broken"]
    found = sum(detected for detected, _ in faults)
    first = sum(rank == 0 for detected, rank in faults if detected)
    among = sum(rank is not None and rank < RIGHT_AMONG for detected, rank in faults if detected)
    lines = []
    if faults:
        share = [f"{n} of {len(faults)} ({n / len(faults):.0%})" for n in (found, first, among)]
        lines.append(f"broken: detected {share[0]}, right cause first {share[1]}, among the first three {share[2]}")
    for kind in ("twin", "healthy"):
        said = [row["status"] for row in rows if row["kind"] == kind]
        if said:
            alarms = sum(status in ("fail", "crash") for status in said)
            warnings = said.count("warn")
            lines.append(
                f"{kind}: {alarms} false FAIL, {warnings} with a WARN ({warnings / len(said):.0%}) of {len(said)}"
            )
    return lines


def checks(project):
    """{rung/name: its row} of every check of the machinery."""
    sys.path.insert(0, str(project))
    from paper_net.recipe.checks import verdicts

    modules = {
        rung: importlib.import_module(f"paper_net.recipe.checks.{name}") for rung, name in verdicts.RUNGS.items()
    }
    return {f"{rung}/{row.name}": row for rung, module in modules.items() for row in module.CHECKS}


def caught(row):
    """The checks that complain of a broken program; after the first FAIL none is asked."""
    return [name for name, (status, _) in row["asked"].items() if status in ("warn", "fail")]


def catches(rows, known):
    """What each check alone has caught, as lines."""
    alone = {name: [] for name in known}
    for row in rows:
        if row["kind"] == "broken" and len(names := caught(row)) == 1:
            alone.setdefault(names[0], []).append(row["name"])
    return [f"{name:<32} {len(found):3}  {', '.join(found[:3])}" for name, found in alone.items()]


def beyond(rows, known):
    """Numbers that lie beyond the margins of their checks, as lines: the margins are no longer true then."""
    lines = []
    for row in rows:
        for name, (status, measured) in row["asked"].items():
            limit = known[name].limit if name in known else None
            if limit is None or limit.value is None or isinstance(measured, str | None):
                continue
            worse = 1 if limit.worse == "above" else -1
            healthy = row["kind"] != "broken" and status == "pass"
            if healthy and limit.healthy is not None and worse * measured > worse * limit.healthy:
                lines.append(f"{name}: {measured:.4g} of {row['name']}, worst of the healthy is {limit.healthy:g}")
            if status == "fail" and limit.broken is not None and worse * measured < worse * limit.broken:
                lines.append(f"{name}: {measured:.4g} of {row['name']}, best of the broken is {limit.broken:g}")
    return lines


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("project", type=Path)
    arguments.add_argument("--only", nargs="*", default=[], help="words that occur in the names or kinds to climb")
    arguments.add_argument("--rungs", nargs="*", default=[], help="to climb, instead of each program's own")
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--seeds", type=int, default=3)
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()

    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["TF_NUM_INTRAOP_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    backends.only_this()
    import sklearn.datasets  # noqa: F401  once, for all the children

    chosen = list(cases(given.seeds))
    if given.quick:
        names = set(QUICK.read_text().splitlines())
        chosen = [case for case in chosen if case.name in names]
    if given.only:
        chosen = [case for case in chosen if any(word in f"{case.kind} {case.name}" for word in given.only)]
    rows = []
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(given.jobs) as pool:
        for row in pool.map(lambda case: run(case, given.project.resolve(), given.rungs), chosen):
            rows.append(row)
            print(line(row), flush=True)
            if given.out:
                given.out.write_text(json.dumps(rows, indent=1))
    known = checks(given.project.resolve())
    print("\n".join(["caught by one check alone:", *catches(rows, known), *report(rows)]))
    untrue = beyond(rows, known)
    print("\n".join(["margins that do not hold:", *untrue] if untrue else ["every margin holds"]))
    return bool(untrue)


if __name__ == "__main__":
    sys.exit(main())
