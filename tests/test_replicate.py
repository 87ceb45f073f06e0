"""conf/paper.yaml answered by the command: what is run, what is found again, what is said, and what is refused."""

import json
import re
import shutil

import pytest
from browser import CHROMIUM, WIDTHS, opens, pictures
from conftest import NAME, TEMPLATE, generate
from served import command

EIGHT = TEMPLATE / "tests/papers/eight_claims"
# Short runs of two of the worked example's rows: they replicate nothing, and are quick.
SHORT = ["training.max_steps=20", "paper.seeds=2", "tracker=[]", "report=false"]
FEW = SHORT + [f"~paper.claims.{name}" for name in ("gru", "mlp", "shuffled", "cnn_beats_mlp")]
FEW += ["~paper.questions.width", "~paper.questions.residual"]


def replicate(project, *overrides, backend="tensorflow"):
    done = command(project, "recipe.replicate", *overrides, backend=backend)
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


def test_its_page_names_the_paper_and_leads_from_each_claim_to_its_runs(replicated):
    _, report, page = replicated
    html = page.read_text()
    assert "<h1>Scaling down Deep Learning: 1 of 3 claims are replicated</h1>" in html
    sections = {
        name: text
        for name, text in re.findall(r'<section class="claim"><div>\n<h3>(\w+) (.*?)</section>', html, re.DOTALL)
    }
    for claim in report["claims"]:
        section = sections[claim["name"]]
        links = re.findall(r'<a href="([^"]*)">seed (\d)</a>', section)
        assert [seed for _, seed in links] == [*claim["runs"]] and ("data-panel=" in section) is bool(links)
        assert all((page.parent / link).is_dir() for link, _ in links)


def test_claims_are_judged_and_runs_found_again_unless_the_code_has_changed(project, replicated):
    done, report, page = replicated
    assert "4 runs of 2 configurations: 0 there, 4 to run" in done.stdout
    assert verdicts(report) == {"cnn_size": "replicated", "cnn": "not replicated", "logistic": "not replicated"}
    cnn = next(claim for claim in report["claims"] if claim["name"] == "cnn")
    assert cnn["number"] == len(cnn["runs"]) == 2 and cnn["difference"] < -0.5
    kept = json.loads((project / [*cnn["runs"].values()][0] / "record.json").read_text())
    assert kept["command"].startswith(f"python -m {NAME}.train ")  # each as it would be begun alone
    html = page.read_text()
    assert "not replicated" in html and "data:image/png;base64," in html and not re.search(r'(src|href)="http', html)

    model = project / NAME / "model.py"
    documented = model.read_text().replace('"""YOURS. What learns', '"""YOURS. Here is what learns', 1)
    model.write_text(f"{documented}\n# Neither a docstring nor a comment changes a run.\n")
    done, again = replicate(project, *FEW)
    assert "4 there, 0 to run" in done.stdout
    assert again == report

    model.write_text(model.read_text().replace("strides=2", "strides=1"))
    done, other = replicate(project, *FEW)
    assert "0 there, 4 to run" in done.stdout
    assert re.search(r"none that has been run counts; the nearest is multirun/\S+: model.py:\d+ - ", done.stdout)
    assert re.search(r"^about \d+ s, one after the other$", done.stdout, re.MULTILINE)
    assert verdicts(other)["cnn_size"] == "not replicated"


def test_the_sensitivity_keeps_to_its_budget(project):
    budget = ["paper.sensitivity=true", "paper.budget=5"]
    done, report = replicate(project, *FEW, *budget, "training.batch_size=50")
    assert done.returncode == 0, done.stderr
    tried = [one for one in report["sensitivity"] if one["effect"] is not None]
    beyond = [one for one in report["sensitivity"] if "beyond the budget of 5 runs" in one["note"]]
    assert 0 < sum(one["runs"] for one in tried) <= 5 and beyond
    html = max(project.glob("outputs/*/*/replication.html")).read_text()
    for one in report["sensitivity"]:  # the whole screening: what short runs came to, and what was not run and why
        row = html.partition(f"<code>{one['answer']}</code>")[2].partition("</tr>")[0]
        screened = one["screened"] and "{:.4g} → {:.4g}".format(*one["screened"])
        assert row.startswith(f"</td><td>{screened or '–'}</td>") and row.count("<a href=") == one["runs"]
    effects = [abs(one["effect"]) for one in tried]
    assert len(effects) > 1 and effects == sorted(effects, reverse=True)


def test_claims_about_networks_that_are_gone_are_not_tested(tmp_path):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME)
    shutil.rmtree(project / NAME / "worked_example")
    few = [one for one in FEW if "claims" not in one and "questions" not in one]
    done, report = replicate(project, *few)
    assert done.returncode == 0, done.stderr
    missing = {name for name, verdict in verdicts(report).items() if verdict == "not tested"}
    assert missing == {"mlp", "gru", "shuffled", "cnn_beats_mlp"}


@pytest.fixture(scope="module")
def eight(tmp_path_factory):
    """(a project whose paper makes eight claims about three models, its process, its report, the report's folder)."""
    project = generate(tmp_path_factory.mktemp("eight"), project_slug="paper-net", package_name=NAME)
    for folder in ("conf", NAME):
        shutil.copytree(EIGHT / folder, project / folder, dirs_exist_ok=True)
    done, report = replicate(project, *SHORT)
    assert done.returncode == 0, done.stderr
    return project, done, report, next(project.glob("outputs/*/*"))


def test_eight_claims_about_three_models_are_written_in_under_sixty_lines(eight):
    _, done, report, _ = eight
    assert len((EIGHT / "conf/paper.yaml").read_text().splitlines()) < 60
    assert "8 claims about 3 configurations" in done.stdout and len(report["claims"]) == 8
    assert verdicts(report) == {
        **dict.fromkeys(("training_set", "cnn_size", "linear_size"), "replicated"),
        "linear_loses": verdicts(report)["linear_loses"],  # of two seeds
        **dict.fromkeys(("cnn_accuracy", "linear_accuracy", "mlp_accuracy", "error"), "not replicated"),
    }
    claims = {claim["name"]: claim for claim in report["claims"]}
    assert claims["error"]["runs"] == claims["cnn_accuracy"]["runs"] and claims["linear_loses"]["mean"] < 0
    assert claims["error"]["mean"] == pytest.approx(100 * (1 - claims["cnn_accuracy"]["mean"]))


def test_a_departure_is_told_to_the_claim_that_it_can_move_alone(eight):
    _, done, report, folder = eight
    told = {claim["name"]: claim["departures"] for claim in report["claims"] if claim["departures"]}
    assert told == {"cnn_accuracy": ["optimizer.learning_rate 0.01, the paper has 0.02 (released code)"]}
    text = (folder / "replication.md").read_text()
    assert text.count("; departs |") == 1
    assert "\nDeparts: optimizer.learning_rate 0.01, the paper has 0.02 (released code): cnn_accuracy.\n" in text
    assert done.stdout.count("departs from the paper: optimizer.learning_rate") == 2  # of the runs, the CNN's


def test_claims_in_different_units_have_pictures_of_their_own(eight):
    assert pictures(eight[3] / "replication.html") == 2  # of accuracies, and of percents


def test_a_replication_is_left_in_latex_and_as_a_model_card(eight):
    _, _, report, folder = eight
    latex = (folder / "replication.tex").read_text()
    assert latex.count(r" \\") == 1 + len(report["claims"]) and r"cnn\_accuracy (ours) & test/accuracy" in latex
    assert "\n% * The tolerance is ours" in latex and "*" in latex.partition("toprule")[2]
    card = (folder / "model_card.md").read_text()
    sections = re.findall("^## (.*)$", card, re.MULTILINE)
    assert sections == [  # as in huggingface_hub's own template, those of which a record says something
        "Model Details",
        "Uses",
        "Bias, Risks, and Limitations",
        "How to Get Started with the Model",
        "Training Details",
        "Evaluation",
        "Technical Specifications",
    ]
    assert (
        "`paper_net.model.cnn`, 5,210 trainable parameters" in card and "- Departs from the paper: optimizer." in card
    )
    assert "cnn_accuracy (test/accuracy 0.94): not replicated" in card and "| error (ours) | percent 4 to 8 |" in card


def test_runs_of_other_code_count_where_that_is_accepted_and_the_report_says_so(eight):
    project, _, report, _ = eight
    model = project / NAME / "model.py"
    model.write_text(model.read_text() + "\nUNUSED = 1\n")
    done, again = replicate(project, *SHORT, "paper.accept=[model.py,losses.py]")
    assert "6 there, 0 to run" in done.stdout
    assert "counted by paper.accept: 6 runs, other in model.py" in done.stdout
    assert "paper.accept: no run counts by losses.py" in done.stdout
    assert verdicts(again) == verdicts(report)
    accepted = {claim["name"]: claim["accepted"] for claim in again["claims"] if claim["accepted"]}
    assert accepted == dict.fromkeys(
        ("error", "cnn_accuracy", "linear_accuracy", "mlp_accuracy"), {"0": ["model.py"], "1": ["model.py"]}
    )
    written = max(project.glob("outputs/*/*/replication.md")).read_text()
    assert written.count("2 runs accepted, other in model.py") == 4


def test_claims_that_need_no_training_train_nothing_and_none_are_no_error(eight):
    project, before = eight[0], set(eight[0].glob("multirun/*/*"))
    counted = ["~paper.tables", "~paper.claims.error", "~paper.claims.linear_loses", "~paper.settings"]
    done, report = replicate(project, *SHORT, *counted)
    assert verdicts(report) == {"training_set": "replicated"} and "runs of" not in done.stdout
    done, _ = replicate(project, *SHORT, *counted, "~paper.claims.training_set")
    assert (done.returncode, done.stdout) == (0, "conf/paper.yaml claims nothing yet\n")
    assert set(project.glob("multirun/*/*")) == before


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("paper.claims.cnn.value=94", "paper.claims.cnn: value: 94: test/accuracy is a share between 0 and 1"),
        ("+paper.claims.cnn.valeu=1", "paper.claims.cnn: unknown key valeu"),
        ("paper.claims.cnn.metric=test/f2", "paper.claims.cnn: there is no test/f2; there are train/"),
        ("+paper.claims.map={layer: conv9, shape: [5, 25], where: Figure 3}", "paper.claims.map: there is no conv9"),
        ("paper.claims.logistic.overrides=['modle=linear']", "paper.claims.logistic: "),
        ("+paper.claims.again={parameters: 5210, where: Table 2}", "paper.claims.again: cnn_size claims the same"),
        ("+paper.claims.fid={figure: {_target_: a.fid}, value: 3, where: Table 2}", "paper.claims.fid: figure: "),
        ("paper.accept=model.py", "paper.accept=model.py: expected a list of keys, such as [keras,model.py]"),
        ("paper.accept=[seed]", "paper.accept: seed tells the runs of a replication apart"),
    ],
)
def test_a_bad_claim_is_one_line_that_names_it(project, override, words):
    before = set(project.glob("multirun/*/*"))
    done, _ = replicate(project, *FEW, override)
    assert done.returncode != 0
    assert any(words in line for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr and set(project.glob("multirun/*/*")) == before


def test_a_training_that_breaks_ends_the_replication_with_status_1(tmp_path):
    project = generate(tmp_path, project_slug="paper-net", package_name=NAME)
    broken = "import keras\n\n\nclass Breaks(keras.callbacks.Callback):\n    def on_train_begin(self, logs=None):\n"
    (project / NAME / "breaks.py").write_text(f"{broken}        raise OSError('no room')\n")
    done, report = replicate(project, *FEW, f"+training.callbacks.breaks={{_target_: {NAME}.breaks.Breaks}}")
    assert done.returncode == 1 and done.stderr.count("failed: OSError: no room") == 4
    assert verdicts(report) == {"cnn_size": "replicated", "cnn": "not tested", "logistic": "not tested"}
