"""Replicates the papers in this folder, and writes their reports, the tables of README.md and a site of pages.

    python replications EMPTY [--only NAME …]

EMPTY is a project that was generated empty, whose package is `paper_net`; the Python is the one it is installed in.
Each paper gets a project beside it, which keeps its runs: what has been run counts, and an interrupted command goes on.
The site lies beside them, in `site/`.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import projects
import tables

SIDE_BY_SIDE = 2  # replications, each on one core


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("empty", type=Path)
    parser.add_argument("--only", nargs="+", help="names of papers")
    asked = parser.parse_args()
    empty, site = asked.empty.resolve(), asked.empty.resolve().parent / "site"
    site.mkdir(exist_ok=True)
    papers = [paper for paper in tables.papers() if not asked.only or paper.name in asked.only]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        begun = {paper: pool.submit(projects.replicated, paper, empty) for paper in papers}
    failed = [str(one.exception()) for one in begun.values() if one.exception()]
    for paper, one in begun.items():
        if not one.exception():
            projects.published(paper, one.result(), site)
    for path, text in tables.written(empty).items():
        path.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(empty))
    tables.index(site / "index.html", empty)
    print(site / "index.html")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
