"""docs/states_and_faults.md, cell by cell: what a fault at a moment leaves, and that going on mends it."""

import json
import os
import re
import subprocess

import pytest
from conftest import NAME, TEMPLATE, disk_of, generate
from rungs import PYTHON

TABLE = TEMPLATE / "docs/states_and_faults.md"
NOT_ASKED = "·"
# The faults of a full disk, which nothing else asks for; the others are in part what test_resume.py asks.
QUICKER = "ENOSPC"
# The researcher's own lines, and what Optuna says of each search.
HINTS = re.compile(r"^  \S+\.py:\d+  |.* (A new study created|Using an existing study) ")


def cells():
    """(kind, moment, fault, what is expected) of each cell of the table that is asked."""
    text = TABLE.read_text().partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    head, _, *rows = [[cell.strip().strip("`") for cell in row] for row in rows]
    for kind, moment, *expected in rows:
        for fault, cell in zip(head[2:], expected, strict=True):
            if cell != NOT_ASKED:
                quick = kind == "run" and fault == QUICKER
                marks = [] if quick else [pytest.mark.thorough]
                yield pytest.param(kind, moment, fault, cell, marks=marks, id=f"{kind} {moment} {fault}")


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What breaks a command and goes on with it, on a disk of 16 MB."""
    if os.geteuid():
        pytest.skip("only root mounts a disk")
    project = generate(tmp_path_factory.mktemp("states"), project_slug="paper-net", package_name=NAME)
    with disk_of("16m", tmp_path_factory.mktemp("disk")) as disk:
        pipe = subprocess.PIPE
        begun = subprocess.Popen(
            [PYTHON, TEMPLATE / "tests/injected.py", project, disk],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            text=True,
        )

        def ask(*request):
            print(json.dumps(request), file=begun.stdin, flush=True)
            return json.loads(next(line for line in begun.stdout if line.startswith("@"))[1:])

        yield ask
        begun.stdin.close()
        begun.wait()


@pytest.mark.parametrize(("kind", "moment", "fault", "expected"), list(cells()))
def test_what_a_fault_leaves_and_what_comes_of_going_on(asked, kind, moment, fault, expected):
    found = asked(kind, moment, fault)
    status, left, *refused = expected.split(", ", 2) if "refused" in expected else expected.split(", ", 1)
    assert (str(found["status"]), found["left"]) == (status, left), found
    meets_two = kind in ("search", "replication") and fault in ("ENOSPC", "EACCES")  # the study; the next training
    assert len([line for line in found["said"] if not HINTS.search(line)]) <= 1 + meets_two, found["said"]
    then = found["then"]
    if refused:
        assert then["status"] == 2 and len(then["said"]) == 1 and then["said"][0].startswith("refused: "), then
    else:
        assert then["status"] == min(then["broken"], 1) and then["same"] and then["page"], then
        assert not [line for line in then["said"] if not HINTS.search(line)], then
