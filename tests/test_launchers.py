"""Sweeps under Hydra's other launchers: the same table, one job's failure its own, Ctrl-C clean."""

import csv
import os
import signal
import subprocess
import time

import pytest
from conftest import NAME
from test_project import PYTHON

JOBLIB = ["hydra/launcher=joblib", "hydra.launcher.n_jobs=2"]
LAUNCHERS = {"joblib": JOBLIB, "submitit": ["hydra/launcher=submitit_local"]}
SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=2"]


def command(place, *overrides):
    return [PYTHON, "-m", f"{NAME}.train", "-m", *SMALL, f"hydra.sweep.dir={place}", *overrides]


def sweep(project, place, *overrides):
    return subprocess.run(command(place, *overrides), cwd=project, capture_output=True, text=True)


@pytest.fixture(scope="module")
def basic(project, tmp_path_factory):
    place = tmp_path_factory.mktemp("basic") / "sweep"
    done = sweep(project, place, "data.subset=1,all", "model.padding=one,none")
    return done, place


def rows(place):
    found = list(csv.DictReader((place / "summary.csv").open()))
    return [{key: cell for key, cell in row.items() if key not in ("seconds", "error")} for row in found]


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_gives_the_table_of_the_basic_launcher_and_a_failure_is_its_own(project, tmp_path, basic, launcher):
    done = sweep(project, tmp_path / "sweep", "data.subset=1,all", "model.padding=one,none", *LAUNCHERS[launcher])
    assert done.returncode == basic[0].returncode == 1, done.stderr
    assert [row["status"] for row in rows(tmp_path / "sweep")] == ["done", "failed", "done", "failed"]
    assert rows(tmp_path / "sweep") == rows(basic[1])
    for job in ("0", "2"):
        names = ("history.csv", "model.weights.h5", "record.json")
        assert all((tmp_path / "sweep" / job / name).exists() for name in names)
        histories = [(place / job / "history.csv").read_bytes() for place in (tmp_path / "sweep", basic[1])]
        assert histories[0] == histories[1]


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_ctrl_c_ends_all_of_it(project, tmp_path, launcher):
    place = tmp_path / "sweep"
    long = command(place, "training.epochs=5000", "seed=0,1", *LAUNCHERS[launcher])
    process = subprocess.Popen(
        long,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
        # What was begun in the background ignores Ctrl-C, and so would all that it begins.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        deadline = time.monotonic() + 120
        while not list(place.glob("*/checkpoints/*.npz")) and time.monotonic() < deadline:
            time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        said, complained = process.communicate(timeout=60)
    finally:
        left = subprocess.run(["pgrep", "--full", str(place)], capture_output=True, text=True).stdout
        for number in left.split():
            os.kill(int(number), signal.SIGKILL)
    assert process.returncode == 130, complained
    if launcher != "submitit":  # whose own controllers each say that they were interrupted, at length
        assert "Traceback" not in complained
    assert not left
    assert {row["status"] for row in rows(place)} == {"interrupted"}
