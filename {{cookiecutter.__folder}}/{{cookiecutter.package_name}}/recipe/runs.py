"""MACHINERY. One page of all that lies under outputs/ and multirun/: runs.html, newest first.

python -m PACKAGE.recipe.runs

Runs, climbs, sweeps and replications, with what they override and what they came to; two of them compared.
"""

import argparse

from .figures import runs
from .keep import printing, unfailing
from .keep.project import PACKAGE
from .launch import lock


def main():
    unfailing.protect()
    argparse.ArgumentParser(prog=f"python -m {__spec__.name}", description=__doc__.splitlines()[0][11:]).parse_args()
    found = runs.found(PACKAGE.parent, lock.holder)
    page = runs.write(PACKAGE.parent, found)
    torn = [run for run in found if run.trouble]
    printing.say(f"{len(found)} on disk" + (f", {len(torn)} of them torn or foreign" if torn else ""))
    printing.say(f"{printing.near(page)}")


if __name__ == "__main__":
    main()
