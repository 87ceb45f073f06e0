import contextlib
import os
import signal
import subprocess
from pathlib import Path

import pytest
from cookiecutter.main import cookiecutter

# They run in a generated project's own environment: test_project.py starts them there.
collect_ignore = ["machinery"]

# Where it is set, each of the many processes that the tests begin would compile a project's package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What was begun in the background ignores Ctrl-C, and so would all that the tests begin.
signal.signal(signal.SIGINT, signal.default_int_handler)

TEMPLATE = Path(__file__).resolve().parents[1]
NAME = "paper_net"

# The files that take longest, the longest first: one that begins last is waited for by all but one core.
LONGEST = """
    test_states test_any_order test_backends test_project test_experiments test_same_twice test_rung_whole
    test_replicate test_dojo test_rung_overfit test_side_by_side test_launchers test_trackers test_streaming
    test_screens test_resume test_rung_forward test_first_day test_rung_loss test_printing test_rung_look
    test_pages test_bad_input test_distribution test_answers test_answers_property
""".split()

# The files that `make quick` runs, besides the tests that are marked so themselves.
QUICK = "test_answers test_benchmarks test_completion test_healthy test_programs test_rooms".split()


def pytest_collection_modifyitems(items):
    ranks = {name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(LONGEST)))
    for item in items:
        if item.path.stem in QUICK:
            item.add_marker(pytest.mark.quick)


def generate(folder, **answers):
    """Generates a project from these answers, the defaults for the others; returns its folder."""
    made = cookiecutter(
        str(TEMPLATE), no_input=True, default_config=True, output_dir=str(folder), extra_context=answers
    )
    return Path(made)


@contextlib.contextmanager
def disk_of(size, folder):
    """A folder as a disk of this size, such as 16m; where that may not be mounted, the folder as it is."""
    if os.geteuid():
        yield folder
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture
def bake(tmp_path):
    return lambda **answers: generate(tmp_path, **answers)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One project, whose package is `paper_net`, for the tests of a module."""
    return generate(tmp_path_factory.mktemp("project"), project_slug="paper-net", package_name=NAME)
