"""Climbs every broken program, its fixed twin and every healthy program, and prints what the recipe said of each.

    python tests/suite.py PROJECT [--only WORD …] [--rungs RUNG …] [--quick] [--seeds 3] [--jobs 2] [--out results.json]
    python tests/suite.py PROJECT --mutations 100 [--draw SEED]
    python tests/suite.py PROJECT --drawn 100 [--draw SEED]

PROJECT is a generated project whose package is `paper_net`; the Python is the one it is installed in.
"""

import argparse
import contextlib
import importlib
import itertools
import json
import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "faults"), str(HERE / "healthy")]

import backends  # noqa: E402
import broken  # noqa: E402
import drawn  # noqa: E402
import healthy  # noqa: E402
import prepare  # noqa: E402
import programs  # noqa: E402

RIGHT_AMONG = 3
HARM = 0.1  # of what the healthy training has learnt, as faults/effects.py measures it

# What `--quick` climbs: some of each kind, a minute or two on two cores.
QUICK = HERE / "quick.txt"


@dataclass(frozen=True)
class Case:
    """One climb: a program under one seed."""

    name: str
    kind: str  # broken, twin, healthy or mutation
    program: object
    seed: int = 0
    mutation: str = ""


def runs_here(folder):
    """Whether a task computes with this backend: some have a train_step, or derivatives, of one backend's own."""
    code = " ".join(file.read_text() for file in folder.glob("paper_net/*.py"))
    wanted = {name for name in (backends.CHOSEN, *backends.OTHERS) if f"import {name}" in code}
    if "def train_step(self, data)" in code:  # JAX hands over the state, too
        wanted = wanted or {"tensorflow", "torch"}
    return not wanted or backends.CHOSEN in wanted


def of_here():
    return [program for program in programs.of_strangers() if runs_here(programs.folder_of(program.task))]


def cases(seeds):
    """Every climb of the whole suite."""
    faulty = [program for program in broken.BROKEN if runs_here(programs.folder_of(program.task))]
    for program in faulty:
        yield Case(program.name, "broken", program)
    # Many programs share a twin: the task as it is, under the rungs that they are climbed by.
    twins = {(program.fixed.name, program.rungs): program.fixed for program in (*faulty, *of_here())}
    for (name, _), program in twins.items():
        for seed in range(seeds):
            yield Case(f"{name} seed {seed}", "twin", program, seed)
    for program in (one for one in healthy.HEALTHY if not one.task or runs_here(prepare.TASKS / one.task)):
        for seed in range(seeds):
            yield Case(f"{program.name} seed {seed}", "healthy", program, seed)


def mutants(seed):
    """Some of all pairs of a healthy program and a fault, drawn by a seed, each fault about as often as any other."""
    names = re.findall(r'^    "([a-z-]+)": ', (HERE / "faults/mutations.py").read_text(encoding="utf-8"), re.MULTILINE)
    rng = random.Random(seed)
    orders = {name: rng.sample(healthy.HEALTHY, len(healthy.HEALTHY)) for name in names}
    for turn in range(len(healthy.HEALTHY)):
        for name in rng.sample(names, len(names)):
            program = orders[name][turn]
            yield Case(f"{program.name} {name}", "mutation", program, 0, name)


def climb(case, project, folder, given_rungs=()):
    """Climbs in a process of its own, forked from one that has imported Keras: an import takes six seconds.

    Returns:
        The content of verdicts.json, or {"status": "crash", …}.
    """
    where = folder / "project"
    if case.kind in ("healthy", "mutation"):
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
    if case.program.task == "drawn" and not drawn.learns(cfg):
        (folder / "not learnt").touch()
    elif case.mutation:
        import effects

        change, changed = effects.mutated(cfg, case.mutation, folder)
        if change:
            with change.applied():
                climb(changed, run_dir)
            harm = effects.harm(cfg, case.mutation, change, changed, folder)
            (folder / "mutation.json").write_text(json.dumps({"words": change.words, "harm": harm}))
    else:
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
        verdict, mutation = {"status": "crash", "rungs": []}, {}
        with contextlib.suppress(FileNotFoundError):
            mutation = json.loads((folder / "mutation.json").read_text())
        with contextlib.suppress(FileNotFoundError):
            verdict = json.loads((folder / "run/verdicts.json").read_text())
        if child.exitcode:
            verdict["status"] = "crash"
            with contextlib.suppress(FileNotFoundError):
                verdict["log"] = (folder / "log.txt").read_text()[-2000:]
        learnt = not (folder / "not learnt").exists()
    return {
        "name": case.name,
        "kind": case.kind,
        "learnt": learnt,
        "task": case.program.task,
        "right": [case.mutation] if case.mutation else list(getattr(case.program, "causes", ())),
        "mutation": mutation,
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
    # What was tried of a FAIL, before what a WARN of the same cause has not tried.
    tried = [cause for _, finding in reversed(findings) for cause in finding["causes"] if cause["outcome"]]
    outcomes = {cause["cause"]: [cause["tried"], cause["outcome"]] for cause in tried}
    asked = {f"{rung['rung']}/{found['check']}": found for rung in verdict["rungs"] for found in rung["checks"]}
    return {
        "asked": {name: [found["status"], found["measured"]] for name, found in asked.items()},
        "status": verdict["status"],
        "rung": rung,
        "check": finding["check"],
        "measured": finding["measured"],
        "expected": finding["expected"],
        "named": list(dict.fromkeys(named)),
        "outcomes": outcomes,
        "log": verdict.get("log", ""),
    }


def harmful(row):
    """Whether a mutation makes predictions much worse, or a figure dishonest."""
    return row["mutation"].get("harm", 0) > HARM


def judged(row):
    """Whether a broken program was detected, and how high a right cause was ranked (from 0; None: not named)."""
    lenient = row["may_warn"] or row["kind"] == "mutation"
    detected = row["status"] == "fail" or lenient and row["status"] == "warn"
    ranks = [row["named"].index(cause) for cause in row["right"] if cause in row["named"]]
    return detected, min(ranks, default=None)


def line(row):
    words = f"{row['status']:5} {row['seconds']:5.1f} s  {row['name']:<52.52} {row['rung']:7} {row['check']:<20}"
    if row["kind"] in ("broken", "mutation"):
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
    lines, tried = [], [row for row in rows if row["kind"] == "mutation" and row["mutation"]]
    if tried:
        lines.append(f"{len(tried)} mutations could be made, {sum(map(harmful, tried))} of them do harm")
    for kind in ("broken", "mutation"):
        faults = [judged(row) for row in rows if row["kind"] == kind and (kind == "broken" or harmful(row))]
        found = sum(detected for detected, _ in faults)
        first = sum(rank == 0 for detected, rank in faults if detected)
        among = sum(rank is not None and rank < RIGHT_AMONG for detected, rank in faults if detected)
        if faults:
            share = [f"{n} of {len(faults)} ({n / len(faults):.0%})" for n in (found, first, among)]
            lines.append(f"{kind}: detected {share[0]}, right cause first {share[1]}, among the first three {share[2]}")
    proved = [(row, c) for row in rows for c, (_, outcome) in row["outcomes"].items() if outcome == "proved"]
    if proved:
        right = sum(cause in row["right"] for row, cause in proved)
        lines.append(f"causes proved by a try: {len(proved)}, of them right {right} ({right / len(proved):.0%})")
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
    arguments.add_argument(
        "--mutations", type=int, default=0, help="climb so many healthy programs with a fault injected"
    )
    arguments.add_argument("--drawn", type=int, default=0, help="climb so many programs drawn at random, if healthy")
    arguments.add_argument("--draw", type=int, default=0, help="the seed by which these are drawn")
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()

    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["TF_NUM_INTRAOP_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    backends.only_this()
    import sklearn.datasets  # noqa: F401  once, for all the children

    chosen = [*itertools.islice(mutants(given.draw), given.mutations)]
    seeds = range(given.draw * given.drawn, (given.draw + 1) * given.drawn)
    chosen += [Case(program.name, "healthy", program) for program in map(drawn.program, seeds)]
    chosen = chosen or [*cases(given.seeds)]
    if given.quick:
        names = set(QUICK.read_text().splitlines())
        chosen = [case for case in chosen if case.name in names]
    if given.only:
        chosen = [case for case in chosen if any(word in f"{case.kind} {case.name}" for word in given.only)]
    rows = []
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(given.jobs) as pool:
        for row in pool.map(lambda case: run(case, given.project.resolve(), given.rungs), chosen):
            impossible = row["kind"] == "mutation" and not row["mutation"] and not row["log"]
            if impossible or not row["learnt"]:
                continue  # a fault that this program cannot have, a program that plain Keras does not train
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
