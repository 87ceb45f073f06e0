"""Replicates the papers in this folder, and writes their reports, the tables of README.md and a site of pages.

    python replications EMPTY [--only NAME …]

EMPTY is a project that was generated empty, whose package is `paper_net`; the Python is the one it is installed in.
Each paper gets a project beside it, which keeps its runs: what has been run counts, and an interrupted command goes on.
The site lies beside them, in `site/`.
"""

import argparse
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tables

SIDE_BY_SIDE = 2  # replications, each on one core
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("empty", type=Path)
    parser.add_argument("--only", nargs="+", help="names of papers")
    asked = parser.parse_args()
    empty, site = asked.empty.resolve(), asked.empty.resolve().parent / "site"
    site.mkdir(exist_ok=True)
    papers = [paper for paper in tables.papers() if not asked.only or paper.name in asked.only]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        reports = pool.map(lambda paper: replicated(paper, empty), papers)
        for paper, report in zip(papers, reports, strict=True):
            published(paper, report, site)
    tables.write(empty)
    sys.path.insert(0, str(empty))
    tables.index(site / "index.html", empty)
    print(site / "index.html")


if __name__ == "__main__":
    main()
