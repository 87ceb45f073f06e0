"""MACHINERY. The index of all runs on disk: what each folder holds, and the page that sorts and compares them."""

import csv
import hashlib
import json
import os
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ..keep import machine, printing, run_files
from .page import SPLITS, page

ROOTS = ("outputs", "multirun")  # as hydra.run.dir and hydra.sweep.dir in conf/config.yaml
DEPTH = 5  # folders below a root that are looked into
POINTS = 200  # of one curve
COLUMNS = 4  # figures of their own column: those that most runs have


@dataclass
class Run:
    """One folder.

    Args:
        folder: relative to the project.
        kind: training, climb, sweep, replication, reproduction, evaluation, or foreign.
        when: it began, seconds since 1970.
        overrides: what its command changes in the configuration.
        status: in a word or a few.
        figures: {split/name: number}.
        link: of its page, relative to the project; else its folder's.
        command: that began it; empty where that is not recorded.
        config: {dotted key: value}; empty where it is not recorded.
        code: {file: text}.
        history: rows of history.csv, some of many.
        trouble: what in it cannot be read, in words; empty where all can.
    """

    folder: Path
    kind: str
    when: float
    overrides: list = field(default_factory=list)
    status: str = ""
    figures: dict = field(default_factory=dict)
    link: str = ""
    command: str = ""
    config: dict = field(default_factory=dict)
    code: dict = field(default_factory=dict)
    history: list = field(default_factory=list)
    trouble: str = ""


def found(project, at_work=lambda folder: None):
    """All runs of a project, the newest first.

    Args:
        project: its folder.
        at_work: of a folder, whether a process still works in it: true, or not.
    """
    runs = [
        run for root in ROOTS if (project / root).is_dir() for run in below(project / root, project, at_work, DEPTH)
    ]
    return sorted(runs, key=lambda run: -run.when)


def below(folder, project, at_work, depth):
    """Yields a Run for each folder of a run or a sweep, and for each in which there is none."""
    try:
        entries = {entry.name: entry for entry in os.scandir(folder)}
    except OSError as error:
        yield Run(folder.relative_to(project), "foreign", 0.0, trouble=error.strerror)
        return
    inner = [folder / name for name, entry in sorted(entries.items()) if entry.is_dir(follow_symlinks=False)]
    if ".hydra" in entries:
        try:
            yield read(folder, project, at_work)
        except Exception as error:  # whatever another program, or another version, has left there
            name = type(error).__name__
            yield foreign(folder, project, f"its files are not those of a run ({name})")
        return
    runs = [run for one in inner if depth for run in below(one, project, at_work, depth - 1)]
    if "multirun.yaml" in entries:
        runs = [run for run in runs if run.kind != "foreign"]  # the others are the sweep's own, such as its pictures
        yield of_sweep(folder, project, runs)
    elif folder.parent != project and all(run.kind == "foreign" for run in runs):
        yield foreign(folder, project, "no run lies in it")
        return
    yield from runs


def foreign(folder, project, trouble):
    """The Run of a folder that none has left."""
    path = folder.relative_to(project)
    return Run(path, "foreign", folder.stat().st_mtime, link=path.as_posix(), trouble=trouble)


def read(folder, project, at_work):
    """The Run of a folder that Hydra has made."""
    torn = []

    def content(name, reading, empty):
        try:
            return reading(folder / name) if (folder / name).exists() else empty
        except (OSError, ValueError, TypeError, KeyError, csv.Error) as error:
            torn.append(f"{name} cannot be read ({type(error).__name__})")
            return empty

    record, result, verdicts, replication = (
        content(name, dictionary, {}) for name in ("record.json", "result.json", "verdicts.json", "replication.json")
    )
    began = folder / ".hydra/overrides.yaml"
    overrides = content(".hydra/overrides.yaml", lambda path: [str(one) for one in run_files.read_yaml(path) or []], [])
    alone = machine.typed("replicate", overrides) if replication else ""  # which leaves no record
    run = Run(
        folder=folder.relative_to(project),
        kind=kind(record, verdicts, replication),
        when=(began if began.exists() else folder).stat().st_mtime,
        overrides=overrides,
        figures={
            key: value
            for key, value in result.items()
            if key.partition("/")[0] in SPLITS and isinstance(value, int | float)
        },
        link=link(folder, project),
        command=record.get("command") or alone,
        config=content("record.json", lambda _: dict(record.get("config", {})), {}),
        code=content("record.json", lambda _: dict(record.get("code", {})), {}),
        history=content("history.csv", lambda _: run_files.read_history(folder, POINTS), []),
    )
    run.status = status(result, verdicts, replication, at_work(folder))
    run.trouble = "; ".join(torn)
    return run


def dictionary(path):
    """The content of a JSON file, which is to be a dictionary."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def kind(record, verdicts, replication):
    if replication:
        return "replication"
    command = record.get("command") or ""
    if ".recipe.reproduce" in command:
        return "reproduction"
    if "evaluate=" in command:
        return "evaluation"
    return "climb" if verdicts or ".recipe " in f"{command} " else "training"


def status(result, verdicts, replication, at_work):
    """How a run ended, in a word or a few; of one that has not, whether a process still works on it."""
    if replication:
        claims = [claim.get("verdict") for claim in replication.get("claims", [])]
        return f"{claims.count('replicated')} of {len(claims)} claims replicated"
    if verdicts and (result or not at_work):
        failed = verdicts.get("failed_at")
        return f"fail at {failed}" if failed else str(verdicts.get("status"))
    return str(result.get("status") or ("running" if at_work else "interrupted"))


def digest(text):
    return hashlib.sha256(str(text).encode(errors="backslashreplace")).hexdigest()[:12]


def of_sweep(folder, project, jobs):
    """The Run of a sweep: what was typed, and how many of its jobs ended how."""
    ends = Counter(run.status for run in jobs)
    name, overrides, trouble = "train", [], ""
    try:
        name, overrides = run_files.swept(folder)
    except (OSError, ValueError, TypeError, KeyError) as error:
        trouble = f"multirun.yaml cannot be read ({type(error).__name__})"
    return Run(
        folder=folder.relative_to(project),
        kind="sweep",
        when=(folder / "multirun.yaml").stat().st_mtime,
        overrides=overrides,
        status=", ".join(f"{number} {end}" for end, number in ends.items()) or "no job",
        link=link(folder, project),
        command="" if trouble else machine.typed(name, ["-m", *overrides]),
        trouble=trouble,
    )


def link(folder, project):
    """Of a folder's page, relative to the project; of the folder itself where it has none."""
    pages = [folder / name for name in ("replication.html", "report.html") if (folder / name).exists()]
    return (pages or [folder])[0].relative_to(project).as_posix()


def counted(kinds):
    """How many there are of each kind, in words."""
    numbers = Counter(kind for kind in kinds if kind != "foreign")
    words = [printing.number(number, kind) for kind, number in numbers.most_common()]
    return ", ".join(words) or "No run yet"


def write(project, found):
    """Leaves runs.html in the project's folder, and returns its path.

    What many runs share, a value of the configuration or the text of a file, the page holds once.
    """
    often = Counter(key for run in found for key in run.figures)
    alike = Counter(one for run in found for one in run.overrides)
    splits = SPLITS[::-1]
    shown = sorted(often, key=lambda key: (-often[key], splits.index(key.partition("/")[0]), key))[:COLUMNS]
    values, texts = {}, {}
    rows, details = [], []
    for index, run in enumerate(found):
        rows.append(
            {
                "index": index,
                "kind": run.kind,
                "when": time.strftime("%Y-%m-%d %H:%M", time.localtime(run.when)),
                # First what few of them override: that tells them apart.
                "title": machine.spoken(sorted(run.overrides, key=alike.get)) or machine.AS_IS,
                "command": run.command,
                "status": run.status,
                "class": run.status.partition(" ")[0],
                "figures": [
                    (run.figures.get(key, ""), run_files.few_digits(run.figures.get(key, ""))) for key in shown
                ],
                "folder": run.folder.as_posix(),
                "link": run.link,
                "trouble": run.trouble,
            }
        )
        pairs = [f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in run.config.items()]
        digests = {name: digest(text) for name, text in run.code.items()}
        texts |= {digests[name]: text for name, text in run.code.items()}
        details.append(
            {
                "config": [values.setdefault(pair, len(values)) for pair in pairs],
                "code": digests,
                "figures": {key: run_files.rounded(value) for key, value in run.figures.items()},
                "curves": columns(run.history),
            }
        )
    content = {
        **{"kind": "Runs", "title": counted(run.kind for run in found), "folder": project.name},
        **{"shown": shown, "rows": rows, "details": {"values": [*values], "texts": texts, "runs": details}},
    }
    path = project / "runs.html"
    page(path, "runs.html", content)
    return path


def columns(rows):
    """A history as the page holds it: {step or split/name: numbers}."""
    rows = [row for row in rows if "step" in row]
    keys = dict.fromkeys(key for row in rows for key in row if "/" in key)
    found = {key: [run_files.rounded(row[key]) if key in row else None for row in rows] for key in keys}
    return {"step": [int(row["step"]) for row in rows], **found}
