"""A project on each of Keras' backends: what is installed, its own tests, the recipe, and which one is used."""

import json
import os
import re
import subprocess

import pytest
from backends import COMPILED
from conftest import NAME, generate
from test_project import PYTHON, TESTS, machinery_passes, recipe_is_right

BACKENDS = ("tensorflow", "jax", "torch")
OTHERS = ("jax", "torch")  # test_project.py asks TensorFlow
# Of the machinery's own tests those that compute; test_project.py runs them all.
COMPUTING = [TESTS / f"test_{name}.py" for name in ("claimed", "constant", "probe", "shown")]
# What PyTorch's own release names exactly.
NVIDIA = re.compile("nvidia-.*|cuda-.*|triton")


@pytest.fixture(scope="module", autouse=True)
def installations(tmp_path_factory):
    """{backend: (a project that was asked for it, pip at work on what it would install)}, beside the other tests.

    Not TensorFlow: what it needs is installed where these tests run, from the same file.
    """
    begun = {}
    for backend in OTHERS:
        folder = tmp_path_factory.mktemp(backend)
        project = generate(folder, project_slug="paper-net", package_name=NAME, backend=backend)
        command = [PYTHON, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
        command += ["--constraint", "constraints.txt", "--build-constraint", "constraints.txt"]
        command += ["--report", folder / "report.json", "--editable", ".[optuna,ray,submitit]", "--group", "dev"]
        begun[backend] = project, subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True)
    yield begun
    for _, pip in begun.values():
        pip.kill()


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("jax"), project_slug="paper-net", package_name=NAME, backend="jax")


def run(command, project, **environment):
    here = {key: value for key, value in os.environ.items() if key != "KERAS_BACKEND"} | COMPILED
    return subprocess.run([PYTHON, *command], cwd=project, env={**here, **environment}, capture_output=True, text=True)


def train(project, *overrides, **environment):
    return run(["-m", f"{NAME}.train", *overrides], project, **environment)


def record(project, done):
    folder = done.stdout.rpartition("→ ")[2].strip()
    return json.loads((project / folder / "record.json").read_text())


@pytest.mark.parametrize("backend", OTHERS)
def test_its_own_tests_pass(tmp_path, backend):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME, backend=backend)
    done = run(["-m", "pytest", "-q"], project)
    assert done.returncode == 0, done.stdout


@pytest.mark.thorough
@pytest.mark.parametrize("backend", OTHERS)
def test_the_machinerys_own_tests_pass(project, backend):
    machinery_passes(project, backend, *COMPUTING)


@pytest.mark.thorough
@pytest.mark.parametrize("backend", OTHERS)
def test_the_recipe_finds_what_is_broken_and_leaves_alone_what_is_not(project, tmp_path, backend):
    recipe_is_right(project, tmp_path, backend)


def test_the_answer_is_the_backend(other):
    done = train(other, "data.subset=1", "tracker=[]", "report=false")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # nor TensorFlow's own words, which is installed beside it here
    written = record(other, done)
    assert written["machine"]["backend"] == written["config"]["backend"] == "jax"
    assert "jax" in written["packages"] and "tensorflow" not in written["packages"]


def test_keras_own_variable_overrides_it_and_is_written_down(other):
    done = train(other, "data.subset=1", "tracker=[]", "report=false", KERAS_BACKEND="torch")
    assert done.returncode == 0, done.stderr
    written = record(other, done)
    assert written["machine"]["backend"] == written["config"]["backend"] == "torch"
    assert "backend=torch" in written["command"]
    # A run is run again on its own backend, whatever the variable says then.
    again = run(
        ["-m", f"{NAME}.recipe.reproduce", f"run={done.stdout.rpartition('→ ')[2].strip()}"],
        other,
        KERAS_BACKEND="tensorflow",
    )
    assert again.returncode == 0 and again.stdout.rpartition("identical to")[1], again.stdout + again.stderr


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["backend=tensorflow", "--cfg", "job"], "backend: tensorflow"),
        (["--cfg", "job"], "backend: torch"),
        (["--cfg", "job", "seed=1"], "backend: torch"),
        (["seed=1", "--cfg", "job"], "backend: torch"),
        (["--cfg", "job", "~experiment", "seed=1"], "backend: torch"),
        (["--info", "all"], "backend: torch"),
        (["--info"], "backend: torch"),
        (["--help"], "backend: torch"),
    ],
)
def test_the_variable_stands_among_any_arguments_and_the_command_line_overrides_it(other, arguments, answer):
    done = train(other, *arguments, KERAS_BACKEND="torch")
    assert (done.returncode, answer in done.stdout) == (0, True), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("overrides", "variable", "answer"),
    [
        (["backend=theano"], "", "backend=theano: expected one of tensorflow, jax, torch"),
        ([], "numpy", "backend=numpy: expected one of tensorflow, jax, torch"),
        (["-m", "backend=tensorflow,jax"], "", "backend cannot be changed in a process: one sweep for each"),
    ],
)
def test_refuses_what_cannot_be_meant(other, overrides, variable, answer):
    done = train(other, *overrides, KERAS_BACKEND=variable)
    assert (done.returncode, done.stderr) == (2, f"refused: {answer}\n")


def test_a_run_goes_on_with_its_own_backend_alone(other):
    place = other / "stopped"
    kept = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=3", f"hydra.run.dir={place}"]
    stop = "+training.callbacks.stop={_target_: paper_net.stop.Stop}"
    (other / NAME / "stop.py").write_text(
        "import keras\n\n\nclass Stop(keras.callbacks.Callback):\n"
        "    def on_epoch_begin(self, epoch, logs=None):\n        if epoch == 2:\n            raise KeyboardInterrupt\n"
    )
    assert train(other, *kept, stop).returncode == 130
    (other / NAME / "stop.py").write_text("import keras\n\n\nclass Stop(keras.callbacks.Callback):\n    pass\n")
    done = train(other, f"resume={place}", KERAS_BACKEND="torch")
    assert done.returncode == 2 and "backend jax → torch" in done.stderr
    done = train(other, f"resume={place}")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("backend", OTHERS)
def test_installs_from_its_constraints_and_nothing_of_the_others(installations, backend):
    project, pip = installations[backend]
    _, complained = pip.communicate()
    assert pip.returncode == 0, complained
    found = [package["metadata"] for package in json.loads((project.parent / "report.json").read_text())["install"]]
    wanted = {re.sub("[-_.]+", "-", one["name"]).lower(): one["version"].partition("+")[0] for one in found}
    pinned = dict(re.findall("^(.*)==(.*)$", (project / "constraints.txt").read_text(), flags=re.MULTILINE))
    assert {*BACKENDS} & {*wanted} == {backend}
    assert wanted.pop("paper-net")
    assert {name for name in wanted if wanted[name] != pinned.get(name) and not NVIDIA.fullmatch(name)} == set()
