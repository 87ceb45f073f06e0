"""The pages that runs, climbs and sweeps leave, opened from disk in a browser; a replication's in test_replicate.py."""

import json
import subprocess
from contextlib import nullcontext

import pytest
from browser import CHROMIUM, WIDTHS, opened, opens, pictures
from rungs import PYTHON
from served import command

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
COMMANDS = {
    "run": (0, "train", "training.epochs=3", "tracker=[]"),
    "broken": (1, "train", "+model.unknown=1", "tracker=[]"),
    "subset": (0, "train", "data=digits", "data.subset=10", "tracker=[]"),
    "sweep": (0, "train", "-m", "data.subset=1,10", "training.subset.steps=20,40", "tracker=[]"),
    "passed": (0, "recipe", "rungs=[forward]", "tracker=[]"),
    "failed": (1, "recipe", "rungs=[forward,look,loss]", "loss.function.from_logits=false"),
}


@pytest.fixture(scope="module")
def folders(project):
    """{name: the folder that a command left}."""
    left = {}
    for name, (status, module, *overrides) in COMMANDS.items():
        kind = "sweep" if "-m" in overrides else "run"
        folder = project / "outputs" / name / "it"
        where = f"hydra.{kind}.dir={folder}"
        done = command(project, module, *overrides, where)
        assert done.returncode == status, done.stdout + done.stderr
        left[name] = folder
    return left


def page(folder):
    return folder / "report.html"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_it_opens_from_disk_without_a_complaint_or_a_request(name, width, folders, tmp_path):
    opens(page(folders[name]), tmp_path, width)


def test_the_browser_would_notice(tmp_path):
    own = tmp_path / "page.html"
    own.write_text("<h1>x</h1><script>console.error('x')</script><img src='http://example.com/x.png'>")
    _, console, asked = opened(own, tmp_path)
    assert len(console) == 1 and set(asked) == {"http://example.com/x.png"}


@pytest.mark.parametrize("pixels", [400, 600])
def test_what_is_beyond_the_right_edge_is_noticed(pixels, tmp_path):
    own = tmp_path / "page.html"
    own.write_text(f"<h1>x</h1><div style='width: {pixels}px'>x</div>")
    with nullcontext() if pixels < 500 else pytest.raises(AssertionError):
        opens(own, tmp_path, 500)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_picture_says_what_it_shows_and_the_page_stays_small(name, folders):
    assert (pictures(page(folders[name])) > 0) is (name != "broken")


def test_a_run_shows_what_went_in_what_came_out_and_what_happened_inside(folders):
    names = {path.stem for path in (folders["run"] / "figures").glob("*.png")}
    assert names == {
        *("look-samples", "look-ranges", "look-targets"),
        *("forward-responses", "forward-gradient_map", "forward-first_weights"),
        *("loss-curves", "loss-metrics"),
        *("outputs-judged", "outputs-worst", "outputs-surest_errors", "outputs-fixed_batch"),
        *("layers-activations", "layers-gradients", "layers-weights", "layers-updates"),
    }
    html = page(folders["run"]).read_text()
    assert html.count("<img") == len(names)
    assert "conv1" in html and "5,210" not in html and "logits" in html  # the table of layers


def test_a_run_that_broke_says_why(folders):
    html = page(folders["broken"]).read_text()
    assert 'class="status failed"' in html and "unexpected keyword argument &#39;unknown&#39;" in html


def test_a_subset_shows_its_target_and_what_knowing_nothing_scores(folders):
    html = page(folders["subset"]).read_text()
    assert "a prediction that knows nothing 2.303, target 0.2303" in html


def test_a_climb_shows_its_verdicts_first_and_why(folders):
    html = page(folders["failed"]).read_text()
    assert html.index("logits-taken-as-probabilities") < html.index("<img")
    assert "since it last passed: loss.function.from_logits true → false" in html


def test_wandb_has_a_climbs_verdicts_and_pictures(folders):
    inspect = [PYTHON, "-m", "wandb", "leet", "inspect", "--json", folders["failed"] / "wandb/latest-run"]
    lines = subprocess.run(inspect, check=True, capture_output=True, text=True).stdout.splitlines()
    logged = {}
    for record in map(json.loads, lines):
        if record["type"] == "history":
            logged |= record["history"]["item"]
    assert logged["verdict/climb"] == logged["verdict/forward"] == "fail" and "verdict/look" not in logged
    files = folders["failed"] / "wandb/latest-run/files"
    assert (files / logged["forward/gradient_map.path"]).stat().st_size > 0
    checks = json.loads((files / logged["verdict/checks.path"]).read_text())["data"]
    assert [row[:3] for row in checks][-1] == ["forward", "fail", "output-range"]


def test_a_sweep_shows_what_differs_and_all_curves(folders):
    html = page(folders["sweep"]).read_text()
    assert "<th>data.subset</th>" in html and "<th>training.subset.steps</th>" in html
    assert [f'href="{job}/report.html"' in html for job in range(4)] == [True] * 4
    assert html.count("<img") == 1


def test_without_a_report_a_run_leaves_no_pictures(project, tmp_path):
    asked = ["data.subset=1", "tracker=[]", "report=false", f"hydra.run.dir={tmp_path}/run"]
    assert command(project, "train", *asked).returncode == 0
    assert not (tmp_path / "run/report.html").exists() and not (tmp_path / "run/figures").exists()
