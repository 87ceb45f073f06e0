"""A paper's project: the empty one with what its researcher has written; its report, and the pages of it."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import tables

LEFT_BEHIND = ("outputs", "multirun", "data")  # of a project, where it is made anew over an older one
SMALL = ("record.json", "result.json", "history.csv")  # what the site shows of a run


def laid(paper, empty, folder):
    """Makes a paper's project: the empty one, with what its researcher has written over it. Its runs stay."""
    for path in folder.glob("*") if folder.exists() else ():
        if path.name not in LEFT_BEHIND:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(empty, folder, dirs_exist_ok=True)
    for part in tables.WRITTEN:
        if (paper / part).exists():
            shutil.copytree(paper / part, folder / part, dirs_exist_ok=True)
    return folder


def replicated(paper, empty):
    """Replicates one paper in a project of its own; its report goes to the paper's folder.

    Returns:
        The folder of the project's report.

    Raises:
        RuntimeError: the command failed; its last words.
    """
    project, began = laid(paper, empty, empty.parent / paper.name), time.monotonic()
    print(f"{paper.name}: begun", flush=True)
    command = [sys.executable, "-m", f"{tables.PACKAGE}.recipe.replicate", "paper.sensitivity=true"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    (project / "replicate.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"{paper.name}: {(done.stderr or done.stdout).strip()[-2000:]}")
    report = max(project.glob("outputs/*/*/replication.md"), key=lambda path: path.stat().st_mtime).parent
    shutil.copy(report / "replication.md", paper)
    shutil.rmtree(paper / "figures", ignore_errors=True)
    shutil.copytree(report / "figures", paper / "figures")
    print(f"{paper.name}: {(time.monotonic() - began) / 60:.0f} min", flush=True)
    return report


def published(paper, report, site):
    """Copies a report's page into the site, with the record, the result and the history of each run that it names."""
    project = report.parents[2]

    def of_a_run(found):
        folder = (report / found[1]).resolve()
        there = Path(paper.name) / folder.relative_to(project)
        (site / there).mkdir(parents=True, exist_ok=True)
        for name in SMALL:
            if (folder / name).exists():
                shutil.copy(folder / name, site / there)
        return f'href="{there.as_posix()}/result.json"'

    html = (report / "replication.html").read_text(encoding="utf-8")
    html = re.sub(r'href="((?:\.\./)+multirun/[^"]*?)(?:/report\.html)?"', of_a_run, html)
    (site / f"{paper.name}.html").write_text(html, encoding="utf-8")
