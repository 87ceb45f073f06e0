"""An empty project: what is left of the worked example, what is said of what is still to write, and its own tests."""

import json
import re
import shutil
import subprocess
import sys

import pytest
import yaml
from conftest import NAME, generate
from rungs import PYTHON
from served import command
from test_experiments import own_tests
from test_update import commit, run

# Words of the example. What every network has, such as a convolution, may be named in what stays.
EXAMPLE = re.compile(
    "mnist.?1d|greydanus|kobak|worked.example|first_day|paper_protocol|load_digits|cnn|make begin|5,?210", re.IGNORECASE
)
UNANSWERED = (
    "data.examples, data.groups, data.inputs.shape, data.targets.kind, data.targets.shape, model.examples, "
    "paper.claims.result"
)
TO_WRITE = "still to write: network in model.py; load_mine in data.py"
WORKED = {"examples: ???": "examples: null"}
DECLARED = {
    "groups: ???": "groups: null",
    **WORKED,
    "shape: ???     # of one s": "shape: [8] # s",
    "shape: ???": "shape: []",
    "kind: ???": "kind: values",
}


CLAIMED = {"result: ???": "result: {metric: val/loss, value: [0.3, 0.1], where: ours}"}


def answer(file, answers):
    """Answers what a file asks."""
    text = file.read_text()
    for asked, answered in answers.items():
        text = text.replace(asked, answered, 1)
    file.write_text(text)


def make_begin(project):
    return subprocess.run(
        ["make", "--no-print-directory", "begin", f"PYTHON={sys.executable}"],
        cwd=project,
        capture_output=True,
        text=True,
    )


def contents(project):
    """{name: text} of every file but pictures."""
    files = [path for path in project.rglob("*") if path.is_file() and path.suffix not in (".png", ".pyc")]
    return {str(path.relative_to(project)): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("empty"), project_slug="paper-net", package_name=NAME, start="empty")


def test_nothing_of_the_worked_example_is_left(tmp_path):
    project = generate(tmp_path, start="empty", paper_title="A paper", paper_url="", project_name="Mine")
    texts = contents(project)
    # The dojo's exercises are of the example, and refused elsewhere.
    named = {name for name, text in texts.items() if EXAMPLE.search(text + name) and "/recipe/" not in name}
    assert named <= {"docs/causes.md", "docs/checks.md"}
    assert not any(name.startswith("begin/") for name in texts)
    assert 'title: "A paper"' in texts["conf/paper.yaml"]


def test_make_begin_leaves_the_very_project_that_is_generated_empty(project, empty, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy")
    done = make_begin(copy)
    assert done.returncode == 0, done.stderr
    yours = ["conf/data/mine.yaml", "conf/model/network.yaml", "conf/paper.yaml", f"{NAME}/model.py", f"{NAME}/data.py"]
    assert done.stdout.splitlines() == ["Yours to write:", *(f"  {name}" for name in yours)]
    assert contents(copy) == contents(empty)


def test_what_is_no_longer_the_examples_is_left_and_named(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy")
    config = copy / "conf/config.yaml"
    config.write_text(config.read_text().replace("model: cnn  ", "model: mine  "))
    lines = make_begin(copy).stdout.splitlines()
    assert lines[:2] == [
        "Left as it is, since it is no longer the example's:",
        "  conf/config.yaml: model: cnn              #",
    ]
    assert "model: mine  " in config.read_text() and "data: mine " in config.read_text()


def test_what_git_does_not_have_is_not_replaced(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy")
    run(copy, "git", "init", "--quiet")
    commit(copy, "Start")
    (copy / NAME / "model.py").write_text("mine = True\n")
    done = make_begin(copy)
    assert done.returncode != 0 and "refused: commit what you have changed first" in done.stderr
    assert (copy / NAME / "model.py").read_text() == "mine = True\n" and (copy / "begin").is_dir()
    commit(copy, "Mine")
    assert make_begin(copy).returncode == 0


def test_an_update_of_a_begun_project_is_that_of_an_empty_one(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy")
    (copy / ".cruft.json").write_text(json.dumps({"context": {"cookiecutter": {"start": "worked example"}}}))
    assert make_begin(copy).returncode == 0
    assert json.loads((copy / ".cruft.json").read_text())["context"]["cookiecutter"]["start"] == "empty"


def test_it_is_formatted_and_its_tests_pass_with_all_still_to_write(empty):
    for asked in (["check"], ["format", "--check"]):
        assert subprocess.run([PYTHON, "-m", "ruff", *asked, "."], cwd=empty).returncode == 0
    assert f"no value yet: {UNANSWERED}" in own_tests(empty)


@pytest.mark.parametrize("name", ["recipe", "train"])
def test_what_is_still_to_write_is_listed(empty, tmp_path, name):
    copy = shutil.copytree(empty, tmp_path / "copy")
    plain = ["tracker=[]", "report=false"]
    done = command(copy, name, *plain)
    first, _, others = UNANSWERED.partition(", ")
    assert done.returncode == 2 and done.stderr.startswith(f"refused: {first} has no value yet")
    assert done.stderr.rstrip().endswith(f"nor have {others}; {TO_WRITE}")
    answer(copy / "conf/data/mine.yaml", DECLARED)
    answer(copy / "conf/model/network.yaml", WORKED)
    done = command(copy, name, *plain)
    assert done.returncode == 2
    said = "paper.claims.result has no value yet: give it in conf/paper.yaml"
    assert done.stderr == f"refused: {said}; {TO_WRITE}\n"
    answer(copy / "conf/paper.yaml", CLAIMED)
    done = command(copy, name, *plain)
    assert done.returncode == 1 and TO_WRITE in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr


def test_every_commented_claim_of_the_empty_paper_is_one(empty, tmp_path):
    text = (empty / "conf/paper.yaml").read_text().replace(*next(iter(CLAIMED.items())))
    content = yaml.safe_load(re.sub(r"^#((  )+\w|tables:)", r"\1", text, flags=re.MULTILINE))
    check = f"import json, sys; from {NAME}.recipe.paper import schema; content = json.load(sys.stdin); "
    check += "print(*sorted({claim.kind for claim in schema.claims(content)} ^ {*schema.KINDS}))"
    done = subprocess.run([PYTHON, "-c", check], input=json.dumps(content), cwd=empty, capture_output=True, text=True)
    assert done.stdout == "\n", done.stderr + done.stdout
    assert content["settings"] and content["questions"]
