"""The tests of a project hold for any experiment: small ones of every kind are laid over an empty project, whose tests
pass as they are. Only a loss of one's own is given its case, in loss_cases.py.
"""

import re
import shutil
import subprocess
import sys

import pytest
import yaml
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON
from test_replicate import replicate, verdicts

sys.path.insert(0, str(TEMPLATE / "tests/healthy"))

import healthy  # noqa: E402
import prepare  # noqa: E402

# {kind: the healthy program that is one}
PROGRAMS = {
    "classes": "wine-2",
    "multilabel": "multilabel-bag",
    "values": "noisy-ridge",
    "a density without a floor": "mixture-density",
    "sequences": "tagger",
    "two inputs": "two-inputs-2",
    "two outputs": "two-losses",
    "an own train_step": "mixup",
    "no targets": "flow",
}
QUICK = ("classes", "a density without a floor", "two outputs", "no targets")
KINDS = [pytest.param(kind, marks=[] if kind in QUICK else pytest.mark.thorough) for kind in PROGRAMS]
GROUPS = ("data", "model", "initializer", "loss", "optimizer", "training")
# Two parts that are alike: -ln N(0; 0, 1) = ln(2π) / 2, and one standard deviation further 1/2 more.
MIXTURE = """
CASES["mixture"] = Case(
    y_true=[[0.0], [1.0]],
    y_pred=[[[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]] * 2,
    expected=[np.log(2 * np.pi) / 2, np.log(2 * np.pi) / 2 + 1 / 2],
    perfect=[[[0.0, 0.0], [mean, mean], [0.0, 0.0]] for mean in (0.0, 1.0)],
)
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("empty"), project_slug="paper-net", package_name=NAME, start="empty")


def begun(empty, task, choices, folder):
    """A task's folder as its researcher would write it into an empty project: nothing but what is theirs.

    Args:
        choices: {group: option} in conf/config.yaml.
    """
    shutil.copytree(empty, folder)
    left_out = shutil.ignore_patterns("overrides.txt", "config.yaml", "__pycache__")
    shutil.copytree(task, folder, ignore=left_out, dirs_exist_ok=True)
    shutil.copy(prepare.STEPS, folder / NAME / "steps.py")
    for file in folder.glob("conf/data/*.yaml"):  # what is not said there holds by default
        file.write_text(re.sub(r"^(subset|samples): .*\n", "", file.read_text(), flags=re.MULTILINE))
    paper = folder / "conf/paper.yaml"  # where nobody can say what tells that it works, the entry is left out
    paper.write_text(re.sub(r"^  result: \?\?\?.*\n( {3,}#.*\n)*", "", paper.read_text(), flags=re.MULTILINE))
    config = folder / "conf/config.yaml"
    text = config.read_text()
    for group, option in choices.items():
        text = re.sub(f"^  - {group}: \\S+", f"  - {group}: {option}", text, flags=re.MULTILINE)
    config.write_text(text)
    for file in prepare.stale(folder):
        file.unlink()
    return folder


def chosen(program):
    """{group: option} of a healthy program."""
    config = prepare.TASKS / program.task / "conf/config.yaml"
    lines = yaml.safe_load(config.read_text())["defaults"] if config.exists() else []
    choices = {group: option for line in lines if isinstance(line, dict) for group, option in line.items()}
    choices = {group: choices[group] for group in GROUPS if group in choices}
    return choices | prepare.merged(prepare.overrides(program))


def own_tests(project):
    """The outcome of a project's own tests, and why some were skipped."""
    done = subprocess.run([PYTHON, "-m", "pytest", "-q", "-rs"], cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_a_projects_tests_hold_for(kind, empty, tmp_path):
    program = next(program for program in healthy.HEALTHY if program.name == PROGRAMS[kind])
    project = begun(empty, prepare.TASKS / program.task, chosen(program), tmp_path / "own")
    if kind == "a density without a floor":
        cases = project / "tests/loss_cases.py"
        cases.write_text(cases.read_text() + MIXTURE)
        loss = project / "conf/loss/mixture.yaml"
        loss.write_text(loss.read_text() + "density: true\n")
    said = own_tests(project)
    assert "still to write" not in said and "no value yet" not in said
    assert "density: true` of mixture" not in said


@pytest.mark.parametrize(
    ("paper", "backend", "decided"),
    [
        ("short_series", "tensorflow", {"size", "map", "shallow", "deeper_is_better"}),
        pytest.param("mixture_density", "jax", {"size", "outputs", "mixture_fits_better"}, marks=pytest.mark.thorough),
    ],
)
def test_a_paper_goes_from_an_empty_project_to_its_replication(paper, backend, decided, tmp_path):
    empty = generate(tmp_path, project_slug="paper-net", package_name=NAME, start="empty", backend=backend)
    folder = TEMPLATE / "tests/papers" / paper
    choices = prepare.merged((folder / "overrides.txt").read_text().split())
    project = begun(empty, folder, choices, tmp_path / "own")
    own_tests(project)
    done, report = replicate(project, "tracker=[]", "report=false", "paper.seeds=2", backend=backend)
    assert done.returncode == 0, done.stderr
    found = verdicts(report)
    assert {name for name, verdict in found.items() if verdict == "replicated"} >= decided, found
    assert {*found.values()} <= {"replicated", "inconclusive"}, found
