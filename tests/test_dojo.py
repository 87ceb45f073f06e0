"""An exercise has one fault, which a climb names first, and the project it was made from is left alone."""

import filecmp
import json
import shutil
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON
from served import command

# Each exercise's climb, in a process of its own that has imported Keras but nothing of the project yet.
RUNNER = """
import json, multiprocessing, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import stopped

stopped.prepare(Path.cwd())
from paper_net.recipe import dojo


def climb(folder):
    for name in [name for name in sys.modules if name.startswith("paper_net")]:
        del sys.modules[name]
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    os.dup2(os.open("log.txt", os.O_CREAT | os.O_WRONLY), 1)
    sys.argv = ["recipe", "tracker=[]", "report=false", "hydra.run.dir=climb"]
    from paper_net.recipe import __main__ as command
    from paper_net.recipe.launch import application

    try:
        application.application(command.climb, config_name="recipe")
    except SystemExit as end:
        os._exit(end.code)


for number, exercise in enumerate(dojo.EXERCISES):
    folder = dojo.PROJECT / f"dojo/{number}"
    dojo.set_exercise(exercise, folder)
    child = multiprocessing.get_context("fork").Process(target=climb, args=(folder,))
    child.start()
    child.join(300)
    verdict = json.loads((folder / "climb/verdicts.json").read_text())
    checks = [check for rung in verdict["rungs"] for check in rung["checks"]]
    found = [check for status in ("fail", "warn") for check in checks if check["status"] == status]
    causes = [cause["cause"] for check in found for cause in check["causes"]]
    print("@" + json.dumps([exercise.cause, verdict["status"], causes]), flush=True)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("dojo"), project_slug="paper-net", package_name=NAME)


@pytest.fixture(scope="module")
def climbs(project):
    copy = project.parent / "climbed"
    shutil.copytree(project, copy)
    runner = [PYTHON, "-c", RUNNER, TEMPLATE / "tests"]
    run = subprocess.run(runner, cwd=copy, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return [json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("@")]


@pytest.mark.thorough
def test_a_climb_names_each_fault_first(climbs):
    assert len(climbs) > 12
    for wanted, status, causes in climbs:
        assert causes[:1] == [wanted] and status in ("fail", "warn"), (wanted, status, causes)


def dojo(project, *arguments):
    return command(project, "recipe.dojo", *arguments)


def different(one, other):
    """The files that differ between two folders."""
    compared = filecmp.dircmp(one, other, ignore=["__pycache__", "dojo"])
    found = [*compared.diff_files, *compared.left_only, *compared.right_only]
    for name, _ in compared.subdirs.items():
        found += different(one / name, other / name)
    return found


def answered(project, level, seed, answer):
    done = dojo(project, f"level={level}", f"seed={seed}", f"answer={answer}")
    return done.returncode, done.stdout.splitlines()[-1]


def seeds(project, level):
    """{cause or none: the first seed that draws it} of a level."""
    asked = (
        f"from {NAME}.recipe import dojo; print([getattr(dojo.drawn({level}, s), 'cause', 'none') for s in range(40)])"
    )
    drawn = subprocess.run([PYTHON, "-c", asked], cwd=project, capture_output=True, text=True, check=True).stdout
    drawn = json.loads(drawn.replace("'", '"'))
    return {cause: drawn.index(cause) for cause in drawn}


def test_each_exercise_is_drawn_by_some_seed_and_so_is_none(project):
    drawn = [seeds(project, level) for level in (1, 2, 3)]
    assert all("none" in causes for causes in drawn)
    assert len(set().union(*drawn)) == 14  # thirteen faults, and none


def test_an_exercise_is_a_copy_in_which_only_its_fault_is_an_answer(project):
    before = project.parent / "before"
    shutil.copytree(project, before)
    seed = seeds(project, 1)["logits-taken-as-probabilities"]
    done = dojo(project, f"seed={seed}")
    folder = project / f"dojo/level1-seed{seed}"
    assert done.returncode == 0 and f"dojo/level1-seed{seed}" in done.stdout
    assert different(before, project) == []
    assert different(before, folder) == ["sparse_categorical_crossentropy.yaml"]
    assert answered(project, 1, seed, "none") == (1, "it is not that")
    assert answered(project, 1, seed, "softmax-twice") == (1, "it is not that")
    status, said = answered(project, 1, seed, "logits-taken-as-probabilities")
    assert status == 0 and said.startswith("right: logits-taken-as-probabilities, in conf/loss/")
    assert "The last layer gives logits, any numbers, and the loss takes them for probabilities." in said  # causes.yaml
    status, said = answered(project, 1, seed, "mended")
    assert status == 1 and said == "not mended yet: the climb above says what is wrong"


@pytest.mark.thorough
def test_an_exercise_that_is_mended_passes(tmp_path):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME)
    seed = seeds(project, 1)["logits-taken-as-probabilities"]
    dojo(project, f"seed={seed}")
    folder = project / f"dojo/level1-seed{seed}"
    loss = "conf/loss/sparse_categorical_crossentropy.yaml"
    shutil.copy(project / loss, folder / loss)
    status, said = answered(project, 1, seed, "mended")
    assert status == 0 and said.startswith("right: logits-taken-as-probabilities")


def test_leaving_alone_what_is_right_is_an_answer(project):
    seed = seeds(project, 2)["none"]
    assert dojo(project, "level=2", f"seed={seed}").returncode == 0
    assert different(project, project / f"dojo/level2-seed{seed}") == []
    assert answered(project, 2, seed, "softmax-twice")[0] == 1
    assert answered(project, 2, seed, "none")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["level=4"], "level=4: expected 1, 2 or 3"),
        (["levl=1"], "levl"),
        (["seed=77", "answer=none"], "dojo/level1-seed77 is not there yet"),
        (["answer=overfitting"], "answer=overfitting: expected a cause that a climb names, none or mended"),
    ],
)
def test_refuses_what_is_no_exercise(project, arguments, message):
    done = dojo(project, *arguments)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("refused: ") and message in done.stderr and done.stderr.count("\n") == 1


def test_exercises_need_the_example(project, tmp_path):
    copy = tmp_path / "own"
    shutil.copytree(project, copy)
    (copy / NAME / "model.py").write_text("import keras\n")
    done = dojo(copy, "level=2")
    assert done.returncode == 2 and f"{NAME}/model.py is no longer the example's" in done.stderr
