"""A run that is over is used again: scored on other data, begun from, loaded; and a callback finds its folder."""

import json
import os
import subprocess

import pytest
from conftest import NAME, generate
from rungs import PYTHON
from served import command

FAST = ["tracker=[]", "report=false", "data.load.validation=3700"]
SHORT = [*FAST, "training.epochs=2"]
KEPT = "+training.callbacks.kept={_target_: keras.callbacks.ModelCheckpoint, filepath: %s}"
KEPT %= "'${hydra:runtime.output_dir}/kept.keras'"

OTHER = """
import numpy as np
x, y = np.zeros((20, 40, 1), "float32"), np.arange(20) % 10
np.savez("other.npz", x_train=x, y_train=y, x_validation=x, y_validation=y)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with a finished run, runs/first, and arrays of another origin, other.npz."""
    project = generate(tmp_path_factory.mktemp("stored"), project_slug="paper-net", package_name=NAME)
    assert command(project, "train", *SHORT, KEPT, "hydra.run.dir=runs/first").returncode == 0
    subprocess.run([PYTHON, "-c", OTHER], cwd=project, check=True)
    return project


def content(project, run, name="result.json"):
    return json.loads((project / "runs" / run / name).read_text())


def figures(result, *splits):
    return {name: value for name, value in result.items() if name.partition("/")[0] in splits}


def test_a_run_scores_again_what_it_scored(project):
    done = command(project, "train", "evaluate=runs/first", "tracker=[]", "hydra.run.dir=runs/again")
    assert done.returncode == 0 and done.stdout.startswith("runs/first on 5000 samples: train/accuracy"), done.stderr
    result = content(project, "again")
    assert figures(result, "val", "test") == figures(content(project, "first"), "val", "test") != {}
    assert result["evaluated"] == "runs/first" and result["weights"] == "last weights"
    assert "fingerprint" not in content(project, "again", "record.json")
    assert not (project / "runs/again/model.weights.h5").exists()
    assert "last weights" in (project / "runs/again/report.html").read_text()


def test_a_run_is_scored_on_other_data(project):
    other = ["data=npz", "data.load.path=other.npz", "data.inputs.shape=[40,1]", "data.targets.classes=10"]
    done = command(project, "train", "evaluate=runs/first", "report=false", *other, "hydra.run.dir=runs/other")
    assert done.returncode == 0, done.stderr
    result = content(project, "other")
    assert result["samples"] == 40 and set(figures(result, "val")) == {"val/loss", "val/accuracy"}
    assert not figures(result, "test")
    assert content(project, "other", "record.json")["data"] != content(project, "first", "record.json")["data"]


def test_a_training_begins_with_the_weights_of_a_run(project):
    still = [*FAST, "from_run=runs/first", "training.epochs=1", "optimizer.learning_rate=1e-12", "seed=3"]
    done = command(project, "train", *still, "hydra.run.dir=runs/from")
    assert done.returncode == 0, done.stderr
    begun, first = content(project, "from"), content(project, "first")
    assert begun["test/loss"] == pytest.approx(first["test/loss"], rel=1e-4)
    assert len(content(project, "from", "record.json")["from_run"]) == 64


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["from_run=runs/none"], "from_run=runs/none: no finished run has left its folder there"),
        (["from_run=runs/first", "model.filters=24"], "from_run=runs/first: its weights do not fit this network: ("),
        (["from_run=runs/first", "model=linear"], "from_run=runs/first: its weights do not fit this network: ("),
        (["evaluate=runs/none"], "evaluate=runs/none: no finished run has left its folder there"),
        (["evaluate=runs/first", "seed=1"], "evaluate=runs/first: all but the data is as in that run: seed=1 would"),
        (["evaluate=runs/first", "data=digits"], "evaluate=runs/first: it was built for data.inputs {'shape': [40, 1]"),
        (["evaluate=3"], "evaluate=3: expected the folder of a run, or null"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(project, given, said):
    before = {*project.rglob("*")}
    done = command(project, "train", *FAST[:2], *given)
    assert done.returncode == 2 and done.stderr.startswith(f"refused: {said}"), done.stderr
    assert done.stderr.count("\n") == 1 and {*project.rglob("*")} == before


def test_only_the_training_command_scores_a_run(project):
    done = command(project, "recipe", "evaluate=runs/first")
    assert done.returncode == 2 and f"that is for python -m {NAME}.train" in done.stderr


def test_what_was_only_scored_is_not_run_again(project):
    command(project, "train", "evaluate=runs/first", "report=false", "hydra.run.dir=runs/scored")
    done = command(project, "recipe.reproduce", "run=runs/scored")
    assert done.returncode == 2 and "no finished run has left its folder there" in done.stderr


LOADED = """
import sys
sys.path.insert(0, sys.argv[1])
from paper_net.recipe import load_run
model, cfg, data = load_run("runs/first")
figures = model.evaluate(*data.test, batch_size=cfg.training.batch_size, verbose=0, return_dict=True)
print(figures["loss"], cfg.training.epochs, len(data.train[1]))
try:
    load_run("runs/none")
except ValueError as error:
    print(error)
"""


def test_a_run_is_loaded_in_two_lines_from_anywhere(project, tmp_path):
    done = subprocess.run([PYTHON, "-c", LOADED, str(project)], cwd=tmp_path, capture_output=True, text=True)
    loaded, refused = done.stdout.splitlines()
    assert loaded == f"{content(project, 'first')['test/loss']} 2 300"
    assert refused == "runs/none: no finished run has left its folder there"


def test_a_callback_finds_the_folder_of_its_run_which_makes_no_other_experiment_of_it(project):
    assert (project / "runs/first/kept.keras").exists()
    sweep = ["-m", "seed=0,1", *SHORT, KEPT, "hydra.sweep.dir=runs/sweep"]
    assert command(project, "train", *sweep).returncode == 0
    assert all((project / f"runs/sweep/{job}/kept.keras").exists() for job in (0, 1))
    first, again = (content(project, run, "record.json") for run in ("first", "sweep/0"))
    assert first["fingerprint"] == again["fingerprint"]
    done = command(project, "recipe", "rungs=[one]", *FAST, KEPT, "hydra.run.dir=runs/climb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "runs/climb/trainings/one/kept.keras").exists()
    assert not (project / "runs/climb/kept.keras").exists()


def test_the_notebook_looks_at_the_newest_run(project):
    assert command(project, "train", *SHORT).returncode == 0  # where a run lies that nobody has named
    notebook = json.loads((project / "notebooks/look_at_a_run.ipynb").read_text())
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    told = "\n".join(["import matplotlib", "matplotlib.use('agg')", *code, "print(y_pred.shape, len(history))"])
    asked = [PYTHON, "-W", "error::UserWarning:matplotlib", "-c", told]
    there = {"cwd": project / "notebooks", "env": {**os.environ, "PYTHONPATH": str(project)}}
    done = subprocess.run(asked, **there, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Total params" in done.stdout and done.stdout.endswith("(8, 10) 2\n")
