"""Sweeps by Hydra's other engines: the same table, one job's failure its own, Ctrl-C clean; a search goes on."""

import csv
import functools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress

import pytest
from conftest import NAME
from test_project import PYTHON

THREADS = max(1, len(os.sched_getaffinity(0)) // 2)
JOBLIB = ["hydra/launcher=joblib", "hydra.launcher.n_jobs=2"]  # which has them divided
LAUNCHERS = {
    "basic": [f"threads={THREADS}"],
    "joblib": JOBLIB,
    "submitit": ["hydra/launcher=submitit_local", f"threads={THREADS}"],
    "ray": ["hydra/launcher=ray", f"hydra.launcher.ray.remote.num_cpus={THREADS}"],  # and as many threads for each
}
OTHERS = [launcher for launcher in LAUNCHERS if launcher != "basic"]
RARER = [pytest.param(launcher, marks=pytest.mark.thorough) for launcher in ("submitit", "ray")]
SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=2"]


def command(place, *overrides):
    return [PYTHON, "-m", f"{NAME}.train", "-m", *SMALL, f"hydra.sweep.dir={place}", *overrides]


def sweep(project, place, *overrides):
    return subprocess.run(command(place, *overrides), cwd=project, capture_output=True, text=True)


@pytest.fixture(scope="module")
def swept(project, tmp_path_factory):
    """The same sweep under each launcher, once: what its process left, and its folder."""

    @functools.cache
    def under(launcher):
        place = tmp_path_factory.mktemp(launcher) / "sweep"
        return sweep(project, place, "data.subset=10", "model.padding=one,none", *LAUNCHERS[launcher]), place

    return under


def threads(run_dir):
    return json.loads((run_dir / "record.json").read_text())["machine"]["threads"]


def rows(place):
    found = list(csv.DictReader((place / "summary.csv").open()))
    return [{key: cell for key, cell in row.items() if key not in ("seconds", "error", "overrides")} for row in found]


@pytest.mark.parametrize("launcher", OTHERS)
def test_gives_the_table_of_the_basic_launcher_and_a_failure_is_its_own(swept, launcher):
    (basic, its), (done, place) = swept("basic"), swept(launcher)
    assert done.returncode == basic.returncode == 1, done.stderr
    assert [row["status"] for row in rows(place)] == ["done", "failed"]
    assert rows(place) == rows(its)
    assert all((place / "0" / name).exists() for name in ("model.weights.h5", "record.json"))
    assert (place / "0/history.csv").read_bytes() == (its / "0/history.csv").read_bytes()
    assert threads(place / "0") == threads(its / "0") == THREADS


def test_a_job_is_run_again_and_goes_on_with_the_threads_that_it_had(project, swept, tmp_path):
    run = shutil.copytree(swept("joblib")[1] / "0", tmp_path / "0")
    again = [PYTHON, "-m", f"{NAME}.recipe.reproduce", f"run={run}", f"hydra.run.dir={tmp_path}/again"]
    done = subprocess.run(again, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0 and threads(tmp_path / "again") == THREADS, done.stdout + done.stderr
    (run / "result.json").unlink()
    resumed = [PYTHON, "-m", f"{NAME}.train", f"resume={run}"]
    done = subprocess.run(resumed, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads((run / "record.json").read_text())["resumed"] == [[]]  # nothing has changed, nor the threads


def test_the_jobs_of_a_resumed_sweep_take_the_threads_that_they_had(project, swept, tmp_path):
    place = shutil.copytree(swept("joblib")[1], tmp_path / "sweep")
    (place / "0/result.json").unlink()
    one_by_one = [f"resume={place}", "hydra.launcher.n_jobs=1"]  # each would have all of the processors
    done = subprocess.run([PYTHON, "-m", f"{NAME}.train", *one_by_one], cwd=project, capture_output=True, text=True)
    assert [row["status"] for row in rows(place)] == ["done", "failed"], done.stderr
    assert json.loads((place / "0/record.json").read_text())["resumed"] == [[]]
    assert (place / "0/history.csv").read_bytes() == (swept("joblib")[1] / "0/history.csv").read_bytes()


def begin(project, long):
    return subprocess.Popen(
        long,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    )


def wait_for(pattern, place):
    deadline = time.monotonic() + 300
    while not list(place.glob(pattern)):
        assert time.monotonic() < deadline, f"{place} has no {pattern}"
        time.sleep(0.1)


def descendants(number):
    children = subprocess.run(["pgrep", "--parent", str(number)], capture_output=True, text=True).stdout.split()
    return children + [grandchild for child in children for grandchild in descendants(child)]


def alive(numbers, place):
    """Those of these processes that still run, and whatever else works in this folder."""
    listed = ["ps", "-o", "pid=,stat=", "-p", ",".join(["1", *numbers])]  # which refuses an empty list, and 0
    states = [line.split() for line in subprocess.run(listed, capture_output=True, text=True).stdout.splitlines()]
    working = subprocess.run(["pgrep", "--full", str(place)], capture_output=True, text=True).stdout.split()
    return {number for number, state in states if number in numbers and not state.startswith("Z")} | {*working}


def kill(numbers):
    for number in numbers:
        with suppress(ProcessLookupError):  # it has ended by now
            os.kill(int(number), signal.SIGKILL)


def ended(project, place, asked, send, number):
    """Begins a sweep and sends it a signal; its process, what that complained of, and who was left, who is killed."""
    process, begun = begin(project, asked), []
    try:
        wait_for("*/checkpoints/*.npz", place)
        begun = descendants(process.pid)
        send(process.pid, number)
        _, complained = process.communicate(timeout=60)
    finally:
        deadline = time.monotonic() + 30  # a job of submitit's holds no pipe of the sweep, and may end after it
        while (left := alive(begun, place)) and time.monotonic() < deadline:
            time.sleep(0.1)
        kill(left)
    return process, complained, left


def long(place, launcher):
    return command(place, "training.epochs=5000", "seed=0,1", *LAUNCHERS[launcher])


@pytest.mark.parametrize("launcher", ["joblib", *RARER])
def test_ctrl_c_ends_all_of_it(project, tmp_path, launcher):
    place = tmp_path / "sweep"
    process, complained, left = ended(project, place, long(place, launcher), os.killpg, signal.SIGINT)
    assert process.returncode == 130, complained
    if launcher != "submitit":  # whose own controllers each say that they were interrupted, at length
        assert "Traceback" not in complained
    assert not left
    assert {row["status"] for row in rows(place)} == {"interrupted"}


@pytest.mark.parametrize("launcher", RARER)
def test_a_signal_to_end_ends_all_of_it(project, tmp_path, launcher):
    place = tmp_path / "sweep"
    process, complained, left = ended(project, place, long(place, launcher), os.kill, signal.SIGTERM)
    assert process.returncode == 143, complained
    assert f"ended by SIGTERM: resume={place} goes on with it" in complained
    assert not left
    assert {row["status"] for row in rows(place)} == {"interrupted"}


def test_no_two_are_at_a_sweep_whose_process_was_killed_and_a_signal_ends_all_of_it(project, tmp_path):
    place = tmp_path / "sweep"
    again = [PYTHON, "-m", f"{NAME}.train", f"resume={place}"]
    process, workers = begin(project, long(place, "joblib")), []
    try:
        wait_for("*/checkpoints/*.npz", place)
        workers = descendants(process.pid)
        process.kill()
        beside = subprocess.run(again, cwd=project, capture_output=True, text=True, timeout=300)
    finally:
        kill(alive(workers, place))
        process.communicate()
    assert beside.returncode == 2 and beside.stdout == ""
    found = re.fullmatch(r"refused: resume=(.*): job [01]: process (\d+) is still at it\n", beside.stderr)
    assert found and found[1] == str(place) and found[2] in workers, beside.stderr

    for checkpoints in place.glob("*/checkpoints"):
        shutil.rmtree(checkpoints)
    process, complained, left = ended(project, place, again, os.kill, signal.SIGTERM)
    assert process.returncode == 143, complained
    assert complained.splitlines() == [f"ended by SIGTERM: resume={place} goes on with it"]
    assert not left
    assert {row["status"] for row in rows(place)} == {"interrupted"}


def trials(place):
    """Each trial's state and value as the study has them."""
    with closing(sqlite3.connect(place / "study.db")) as study:
        asked = "SELECT state, value FROM trials LEFT JOIN trial_values USING (trial_id) ORDER BY number"
        return study.execute(asked).fetchall()


def test_a_killed_search_goes_on_and_no_failure_counts_as_a_result(project, tmp_path):
    place = tmp_path / "search"
    space = ["model.padding=one,none", "optimizer.learning_rate=0.01,1e30"]  # `none` is no padding, 1e30 ends in NaN
    chosen = ["hydra.sweeper.sampler.seed=60", "hydra.sweeper.n_trials=3"]  # NaN first; goes on with `none`
    process = begin(project, command(place, "hydra/sweeper=optuna", *chosen, *space))
    wait_for("1/.hydra/overrides.yaml", place)
    process.kill()
    process.communicate()

    resumed = subprocess.run(
        [PYTHON, "-m", f"{NAME}.train", f"resume={place}"], cwd=project, capture_output=True, text=True
    )
    assert resumed.returncode == 1, resumed.stderr  # two trials gave no result
    table = rows(place)
    assert [row["job"] for row in table] == ["0", "1", "2", "3"]
    assert [row["status"] for row in table] == ["done", "interrupted", "failed", "done"]
    assert table[0]["val/loss"] == "nan"
    result = ("COMPLETE", float(table[3]["val/loss"]))
    assert trials(place) == [("FAIL", None), ("RUNNING", None), ("FAIL", None), result]


def test_a_search_without_a_single_result_says_so(project, tmp_path):
    place = tmp_path / "search"
    done = sweep(project, place, "hydra/sweeper=optuna", "hydra.sweeper.n_trials=2", "model.padding=none,nothing")
    assert done.returncode == 1, done.stderr
    assert "failed: the sweep: " in done.stderr and "Traceback" not in done.stderr
    assert [row["status"] for row in rows(place)] == ["failed", "failed"]
