"""What a hostile user may do, and by how many cases the tests ask that it does no harm: a table for
docs/states_and_faults.md, whose numbers are those of the tests that pytest finds.

    PROJECT_VENV=… python tests/hostile.py PROJECT > …

A test counts in the first row that names it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PYTHON = Path(os.environ.get("PROJECT_VENV", TESTS.parent / ".venv-project")) / "bin/python"
MACHINERY = "machinery/"
HEAD = "| promised | tried | `make test` | `make thorough` | asked in |"

# (what is promised, what is tried, {file of tests: a regular expression of their names, "" for all}).
ROWS = [
    (
        "1. What fails to be printed or drawn undoes no work, and is made later",
        "a full disk, a closed pipe, an encoding behind stdout; a page, a table, a report that breaks",
        {"test_printing": "", "test_states": "page|table|report", "test_side_by_side": "test_a_(page|table)"},
    ),
    (
        "1. No two processes work in one folder",
        "a run, a sweep, a folder that is wanted, begun or resumed twice",
        {
            "test_resume": "still_going|of_two|is_not_resumed",
            "test_bad_input": "at_once|hydra.run.dir|sweep.dir",
            "test_side_by_side": "second_sweep|refused_sweep",
            "test_launchers": "no_two",
            "machinery/test_guard": "another_process",
        },
    ),
    (
        "1. Files that lie about are nobody's",
        "copies, locks, hidden files, what cannot be read, what is no code",
        {"test_side_by_side": "copy", "machinery/test_record": "hidden|locks|cannot_be_read|no_code"},
    ),
    (
        "2. Nothing is counted twice",
        "two replications, orphans of a killed sweep, runs that differ in what is accepted",
        {
            "test_side_by_side": "replication|before_its_first_job",
            "machinery/test_replication": "counts_once|disowns|another_value|near",
        },
    ),
    (
        "3. The record states the code that ran",
        "edits while a process runs, and between two",
        {"machinery/test_record": "typed_after", "test_any_order": ""},
    ),
    (
        "4. What changes a digit is on record, and named",
        "Keras' and the machine's settings, threads of what goes on, other code, another configuration",
        {
            "machinery/test_record": "set_outside|comments",
            "machinery/test_history": "",
            "machinery/test_guard": "threads",
            "test_launchers": "threads",
            "test_resume": "reproduced|differs|record_holds|changed_configuration|finished_run",
        },
    ),
    (
        "5. What a callback counts goes on, or the run says that it does not",
        "lists, dictionaries, arrays, NumPy's numbers, objects",
        {"machinery/test_counted": ""},
    ),
    (
        "6. No name, mask or second `fit` is taken for another",
        "names of figures, two values of a name, two jobs of a folder, masked arrays, two `fit`s and none",
        {
            "machinery/test_shown": "refused|loaded_anew",
            "test_bad_input": "subdir",
            "machinery/test_sources": "masked",
            "machinery/test_watching": "fit",
        },
    ),
    (
        "7. Of what is torn the last whole state is used",
        "checkpoints, histories, configurations, results",
        {
            "machinery/test_checkpoint": "",
            "test_resume": "torn",
            "test_side_by_side": "result_that_is_none",
            "machinery/test_guard": "torn",
            "test_bad_input": "data/torn|data/claimed",
        },
    ),
    (
        "8. A full disk costs a line",
        "at each moment of a run, a sweep, a replication, a search; of a tracker",
        {"test_states": "ENOSPC", "test_resume": "full_disk", "test_trackers": "room"},
    ),
    (
        "Whatever stops a command, it goes on to the same bits",
        "kills, signals, Ctrl-C, folders made read-only, closed pipes, exceptions, each at each moment",
        {
            "test_states": "",
            "test_resume": "ctrl_c|signal|broke|kill|sweep_skips",
            "test_launchers": "ctrl_c|signal|search",
            "machinery/test_search": "",
            "machinery/test_signals": "",
        },
    ),
    (
        "9. A record is bounded, whatever the path",
        "a large difference, another encoding, colours, a quote",
        {"machinery/test_record": "difference_in|large", "test_resume": "quote"},
    ),
    (
        "10. No secret is written down",
        "by name and by look, in a configuration, in code, in a difference, from the environment",
        {
            "machinery/test_secret": "",
            "machinery/test_record": "secret",
            "test_resume": "environment",
            "test_bad_input": "api_key|access_token|postgres",
        },
    ),
    (
        "11. A file of data that cannot be learnt from is refused in a line",
        "cut off, encrypted, pickled, of absurd shapes; NaN, infinity, wrong labels, in one file and in mapped ones",
        {"test_bad_input": r"\[train data=npz data.load.path=data/(?!sound)|unpickled|bad\."},
    ),
    (
        "11. So is what a sweep or a search cannot mean, before any job",
        "one bad job, one bad end of an interval",
        {"test_bad_input": r"train -m|reproduce -m"},
    ),
    (
        "11. So is any other value, name, path and nest",
        "numbers, texts, nulls, misspelt keys, what cannot be called, models that do not fit, runs that were not",
        {"test_bad_input": "one_line", "machinery/test_overrides": "refused", "machinery/test_guard": "refuses"},
    ),
    (
        "12. No more steps than `training.max_steps`; no home, no tracker is needed",
        "subsets and all; HOME unset or read-only; `tracker: {}`; a tracker's server, service and disk that fail",
        {"machinery/test_samples": "more_steps", "test_home": "", "test_trackers": ""},
    ),
]


def found(python, folder, *arguments, **environment):
    """The tests that pytest finds, as it names them."""
    asked = [python, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, **environment}
    run = subprocess.run(asked, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return [line for line in run.stdout.splitlines() if "::" in line]


def collected(project):
    """{file::test: whether `make test` runs it} of all that `make thorough` runs."""
    here = [f"{TESTS}/{name}.py" for name in dict.fromkeys(name for *_, files in ROWS for name in files)]
    ours = [path for path in here if MACHINERY not in path]
    usual, all_of_them = (set(found(sys.executable, TESTS.parent, *more, *ours)) for more in ([], ["-m", ""]))
    tests = {of_file(test): test in usual for test in all_of_them}
    # The machinery's own tests run in a project, in `make test` too: test_project.py begins them.
    folder, environment = TESTS / MACHINERY, {"KERAS_BACKEND": "tensorflow", "PYTHONPATH": str(project)}
    theirs = [path for path in here if MACHINERY in path]
    machinery = found(PYTHON, project, f"--confcutdir={folder}", f"--rootdir={folder}", *theirs, **environment)
    return tests | {of_file(f"{MACHINERY}{test}"): True for test in machinery}


def of_file(test):
    """tests/test_home.py::test_a[1] as test_home::test_a[1]."""
    return test.removeprefix("tests/").replace(".py::", "::", 1)


def counted(tests):
    """(row, {file: its tests}) of each row."""
    left = dict(tests)
    for row in ROWS:
        its = {}
        for name, pattern in row[-1].items():
            its[name] = [
                one for one in left if one.startswith(f"{name}::") and re.search(pattern, one.partition("::")[2])
            ]
            left = {one: usual for one, usual in left.items() if one not in its[name]}
        yield row, its


def table(tests):
    """The table as lines of Markdown."""
    lines = [HEAD, "|---|---|---:|---:|---|"]
    sums = [0, 0]
    for (promised, tried, _), its in counted(tests):
        cases = [one for found in its.values() for one in found]
        numbers = [sum(tests[one] for one in cases), len(cases)]
        sums = [before + more for before, more in zip(sums, numbers, strict=True)]
        lines.append(f"| {promised} | {tried} | {numbers[0]} | {numbers[1]} | {', '.join(sorted(its))} |")
    return [*lines, f"| together | | {sums[0]} | {sums[1]} | |"]


if __name__ == "__main__":
    print("\n".join(table(collected(Path(sys.argv[1]).resolve()))))
