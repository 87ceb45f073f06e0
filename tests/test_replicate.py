"""conf/paper.yaml answered by the command: what is run, what is found again, what is said, and what is refused."""

import json
import re
import shutil
import subprocess

import pytest
from browser import CHROMIUM, WIDTHS, opens, pictures
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON
from served import command

GROKKING = TEMPLATE / "tests/papers/grokking"
# Short runs of two of the worked example's rows: they replicate nothing, and are quick.
FEW = ["training.max_steps=20", "paper.seeds=2", "tracker=[]", "report=false"]
FEW += [f"~paper.claims.{name}" for name in ("gru", "mlp", "shuffled", "cnn_beats_mlp")]
FEW += ["~paper.questions.width", "~paper.questions.residual"]


def replicate(project, *overrides):
    done = command(project, "recipe.replicate", *overrides)
    reports = sorted(project.glob("outputs/*/*/replication.json"))
    return done, json.loads(reports[-1].read_text()) if reports else None


def verdicts(report):
    return {claim["name"]: claim["verdict"] for claim in report["claims"]}


@pytest.fixture(scope="module")
def replicated(project):
    """(its process, its report, its page) of the first replication in the project."""
    done, report = replicate(project, *FEW)
    assert done.returncode == 0, done.stderr
    return done, report, next(project.glob("outputs/*/*/replication.html"))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", WIDTHS)
def test_its_page_opens_from_disk_without_a_complaint_or_a_request(replicated, width, tmp_path):
    opens(replicated[2], tmp_path, width)


def test_its_picture_says_what_it_shows_and_its_page_stays_small(replicated):
    assert pictures(replicated[2]) == 1


def test_claims_are_judged_and_runs_found_again_unless_the_code_has_changed(project, replicated):
    done, report, page = replicated
    assert "4 runs of 2 configurations: 0 are there, 4 to run" in done.stdout
    assert verdicts(report) == {"cnn_size": "replicated", "cnn": "not replicated", "logistic": "not replicated"}
    cnn = next(claim for claim in report["claims"] if claim["name"] == "cnn")
    assert cnn["number"] == len(cnn["runs"]) == 2 and cnn["difference"] < -0.5
    kept = json.loads((project / [*cnn["runs"].values()][0] / "record.json").read_text())
    assert kept["command"].startswith(f"python -m {NAME}.train ")  # each as it would be begun alone
    html = page.read_text()
    assert "not replicated" in html and "data:image/png;base64," in html and not re.search(r'(src|href)="http', html)

    model = project / NAME / "model.py"
    model.write_text(model.read_text() + "\n# A comment changes no run.\n")
    done, again = replicate(project, *FEW)
    assert "4 are there, 0 to run" in done.stdout
    assert again == report

    model.write_text(model.read_text().replace("strides=2", "strides=1"))
    done, other = replicate(project, *FEW)
    assert "0 are there, 4 to run" in done.stdout
    assert verdicts(other)["cnn_size"] == "not replicated"


def test_the_sensitivity_keeps_to_its_budget(project):
    budget = ["paper.sensitivity=true", "paper.budget=5"]
    done, report = replicate(project, *FEW, *budget, "training.batch_size=50")
    assert done.returncode == 0, done.stderr
    tried = [one for one in report["sensitivity"] if one["effect"] is not None]
    beyond = [one for one in report["sensitivity"] if "beyond the budget of 5 runs" in one["note"]]
    assert 0 < sum(one["runs"] for one in tried) <= 5 and beyond
    effects = [abs(one["effect"]) for one in tried]
    assert len(effects) > 1 and effects == sorted(effects, reverse=True)


def test_without_its_worked_example_a_project_says_what_is_not_tested(tmp_path):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME)
    shutil.rmtree(project / NAME / "worked_example")
    few = [one for one in FEW if "claims" not in one and "questions" not in one]
    done, report = replicate(project, *few)
    assert done.returncode == 0, done.stderr
    missing = {name for name, verdict in verdicts(report).items() if verdict == "not tested"}
    assert missing == {"mlp", "gru", "shuffled", "cnn_beats_mlp"}
    tests = ["tests/test_config.py", "tests/test_model.py", "tests/test_house.py"]
    own = subprocess.run([PYTHON, "-m", "pytest", "-q", *tests], cwd=project, capture_output=True, text=True)
    assert own.returncode == 0, own.stdout


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("paper.claims.cnn.value=94", "paper.claims.cnn: value: 94: test/accuracy is a share between 0 and 1"),
        ("+paper.claims.cnn.valeu=1", "paper.claims.cnn: unknown key valeu"),
        ("paper.claims.cnn.metric=test/f2", "paper.claims.cnn: there is no test/f2; there are train/"),
        ("+paper.claims.map={layer: conv9, shape: [5, 25], where: Figure 3}", "paper.claims.map: there is no conv9"),
        ("paper.claims.logistic.overrides=['modle=linear']", "paper.claims.logistic: "),
        ("+paper.claims.again={parameters: 5210, where: Table 2}", "paper.claims.again: cnn_size claims the same"),
    ],
)
def test_a_bad_claim_is_one_line_that_names_it(project, override, words):
    before = set(project.glob("multirun/*/*"))
    done, _ = replicate(project, *FEW, override)
    assert done.returncode != 0
    assert any(words in line for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr and set(project.glob("multirun/*/*")) == before


@pytest.mark.thorough
def test_grokking_is_replicated_without_touching_the_machinery(tmp_path):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME)
    for folder in ("conf", "paper_net"):
        shutil.copytree(GROKKING / folder, project / folder, dirs_exist_ok=True)
    chosen = (GROKKING / "overrides.txt").read_text().split()
    done, report = replicate(project, *chosen, "tracker=[]", "report=false", "paper.seeds=2")
    assert done.returncode == 0, done.stderr
    assert set(verdicts(report).values()) == {"replicated"}, verdicts(report)
