"""One generated project, run as its user would: its own tests, a sweep, refused input."""

import csv
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from backends import COMPILED
from conftest import NAME, TEMPLATE
from served import command

PYTHON = Path(os.environ.get("PROJECT_VENV", TEMPLATE / ".venv-project")) / "bin/python"
TESTS = TEMPLATE / "tests/machinery"
# Of the machinery's own tests those that build no network.
UNTRAINED = "declared guard history judgement paper record replication samples search sources verdicts"
UNTRAINED = [TESTS / f"test_{name}.py" for name in UNTRAINED.split()]


def run_folders(project):
    return {path.parent for path in project.rglob(".hydra")}


def test_its_own_tests_pass(project):
    tests = subprocess.run([PYTHON, "-m", "pytest", "-q", "-rs"], cwd=project, capture_output=True, text=True)
    assert tests.returncode == 0, tests.stdout
    assert "has no case" not in tests.stdout  # each loss that a project begins with has its arithmetic


@pytest.mark.quick
def test_the_machinerys_tests_of_what_needs_no_network_pass(project):
    machinery_passes(project, "tensorflow", *UNTRAINED)


def test_the_machinerys_other_tests_pass(project):
    machinery_passes(project, "tensorflow", *({*TESTS.glob("test_*.py")} - {*UNTRAINED}))


def machinery_passes(project, backend, *files):
    tests = subprocess.run(
        # Without the template's own conftest.py, whose imports this environment lacks.
        [PYTHON, "-m", "pytest", "-q", f"--confcutdir={TESTS}", *files],
        cwd=project,
        env={**os.environ, **COMPILED, "KERAS_BACKEND": backend, "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
    )
    assert tests.returncode == 0, tests.stdout


def test_the_recipe_finds_what_is_broken_and_leaves_alone_what_is_not(project, tmp_path):
    recipe_is_right(project, tmp_path, "tensorflow")


def recipe_is_right(project, tmp_path, backend):
    # A few of each kind; `make faults` climbs them all.
    out = tmp_path / "climbs.json"
    suite = [PYTHON, TEMPLATE / "tests/suite.py", project, "--quick", "--seeds", "1", "--out", out]
    subprocess.run(suite, check=True, capture_output=True, env={**os.environ, "KERAS_BACKEND": backend})
    rows = json.loads(out.read_text())
    assert len(rows) == len((TEMPLATE / "tests/quick.txt").read_text().splitlines())
    for row in rows:
        if row["kind"] == "broken":
            assert row["status"] == "fail" and row["named"][0] in row["right"], row
        else:
            assert row["status"] in ("pass", "skip", "warn"), row


@pytest.mark.quick
def test_its_code_is_formatted(project):
    for asked in (["check"], ["format", "--check"]):
        ruff = subprocess.run([PYTHON, "-m", "ruff", *asked, "."], cwd=project)
        assert ruff.returncode == 0


@pytest.fixture(scope="module")
def sweep(project):
    """A sweep over the subsets, and the folder that it left."""
    before = run_folders(project)
    asked = [PYTHON, "-m", f"{NAME}.train", "-m", "data.subset=1,10,all", "training.epochs=2", "report=false"]
    done = subprocess.run(asked, cwd=project, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return done, sorted(run_folders(project) - before)


def test_a_sweep_over_subsets_leaves_three_runs(sweep):
    done, folders = sweep
    assert done.returncode == 0, done.stderr
    assert [folder.name for folder in folders] == ["0", "1", "2"]
    results = [json.loads((folder / "result.json").read_text()) for folder in folders]
    assert [result["samples"] for result in results] == [1, 10, 3600]
    assert [len(set(result["indices"] or [])) for result in results] == [1, 10, 0]
    assert [result.get("reached") for result in results] == [True, True, None]
    for folder in folders:
        assert len(list(folder.glob("wandb/offline-run-*/run-*.wandb"))) == 1
        assert (folder / "model.weights.h5").stat().st_size > 0


def test_a_sweep_ends_with_its_table(sweep):
    done, folders = sweep
    rows = list(csv.DictReader((folders[0].parent / "summary.csv").open()))
    assert [row["overrides"].split()[0] for row in rows] == [
        "data.subset=1",
        "data.subset=10",
        "data.subset=all",
    ]
    assert [row["status"] for row in rows] == ["done"] * 3
    table = done.stdout[done.stdout.index(" job") :]
    assert all(row["overrides"].split()[0] in table for row in rows)


def test_the_jobs_of_a_sweep_form_one_group_in_wandb(sweep):
    _, folders = sweep
    groups = set()
    for folder in folders:
        inspect = [PYTHON, "-m", "wandb", "leet", "inspect", "--json", folder / "wandb/latest-run"]
        records = subprocess.run(inspect, capture_output=True, text=True, check=True).stdout
        (run,) = [json.loads(line) for line in records.splitlines() if '"type":"run"' in line]
        groups.add(run["run"]["run_group"])
    assert len(groups) == 1


def test_a_sweep_shows_its_table_also_when_a_job_fails(project):
    # A convolution without filters cannot be built: the second job breaks.
    before = run_folders(project)
    done = command(project, "train", "-m", "data.subset=1", "model.filters=25,0", "tracker=[]", "report=false")
    folders = sorted(run_folders(project) - before)
    assert done.returncode == 1
    rows = list(csv.DictReader((folders[0].parent / "summary.csv").open()))
    assert [row["status"] for row in rows] == ["done", "failed"]
    assert "filters" in rows[1]["error"]
    assert "Traceback" not in done.stderr


@pytest.mark.quick
@pytest.mark.parametrize("overrides", [["--help"], ["--cfg", "job"], ["seed=-1"]])
def test_answers_without_importing_keras_or_numpy(project, overrides):
    # None in the place of a module: whoever imports it would break.
    code = "import sys, runpy; sys.modules |= dict.fromkeys(['keras', 'tensorflow', 'numpy']); "
    code += f"sys.argv[1:] = {overrides!r}; "
    code += f"runpy.run_module('{NAME}.train', run_name='__main__')"
    done = subprocess.run([PYTHON, "-c", code], cwd=project, capture_output=True, text=True)
    assert done.returncode == (2 if "seed=-1" in overrides else 0), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.quick
@pytest.mark.parametrize("name", ["train", "recipe", "recipe.replicate", "recipe.reproduce"])
def test_help_begins_with_one_sentence_and_three_examples_that_fit_a_terminal(project, name):
    sentence, blank, *examples, end = command(project, name, "--help").stdout.splitlines()[:6]
    assert re.fullmatch(r"[A-Z].*\.", sentence) and blank == end == ""
    assert all(line.startswith(f"  python -m {NAME}.{name} ") for line in examples)
    assert all(len(line) <= 80 for line in [sentence, *examples])


def test_a_climb_ends_with_1_where_a_check_fails(project, tmp_path):
    def climb(*overrides):
        return command(project, "recipe", "rungs=[forward]", "tracker=[]", "report=false", *overrides)

    done = climb(f"hydra.run.dir={tmp_path}/healthy")
    assert done.returncode == 0 and "PASS after" in done.stdout, done.stderr
    done = climb("loss.function.from_logits=false", f"hydra.run.dir={tmp_path}/broken")
    assert done.returncode == 1 and "FAIL at forward" in done.stdout and done.stderr == ""
    verdict = json.loads((tmp_path / "broken/verdicts.json").read_text())
    assert verdict["failed_at"] == "forward"
    assert verdict["rungs"][0]["checks"][-1]["causes"][0]["cause"] == "logits-taken-as-probabilities"
