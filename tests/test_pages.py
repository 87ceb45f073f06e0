"""The pages that runs, climbs and sweeps leave, opened from disk in a browser; a replication's in test_replicate.py."""

import json
import re
import subprocess
from contextlib import nullcontext

import pytest
from browser import CHROMIUM, WIDTHS, found, opened, opens, pictures
from conftest import NAME
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
    "crashed": (1, "recipe", "rungs=[forward]", "+model.unknown=1", "tracker=[]"),
}
# Moves the pointer over the middle of the first chart, and returns it.
HOVER = """
const over = document.querySelector(".u-over"), box = over.getBoundingClientRect();
const at = (kind, x, y) => over.dispatchEvent(new MouseEvent(kind, {bubbles: true, view: window, movementX: 9,
  clientX: box.left + x * box.width, clientY: box.top + y * box.height}));
at("mouseenter", .5, .5); at("mousemove", .5, .5);
"""


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


@pytest.mark.parametrize("pixels", [300, 500])
def test_what_is_beyond_the_right_edge_is_noticed(pixels, tmp_path):
    own = tmp_path / "page.html"
    own.write_text(f"<h1>x</h1><div style='width: {pixels}px'>x</div>")
    with nullcontext() if pixels < 400 else pytest.raises(AssertionError):
        opens(own, tmp_path, 400)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_picture_says_what_it_shows_and_the_page_stays_small(name, folders):
    assert (pictures(page(folders[name])) > 0) is (name not in ("broken", "crashed"))


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


def test_a_run_that_broke_says_why_and_where(folders):
    html = page(folders["broken"]).read_text()
    assert 'class="status failed"' in html and "unexpected keyword argument &#39;unknown&#39;" in html
    assert re.search(r"<pre>train\.py:\d+  model = compiled\(cfg, plan\)\n", html)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("run", "training.epochs=3"),
        ("broken", "+model.unknown=1"),
        ("failed", "rungs=[forward,look,loss], loss.function.from_logits=false"),
        ("sweep", "4 jobs over data.subset, training.subset.steps"),
    ],
)
def test_a_page_is_named_after_what_the_experiment_overrides(name, title, folders):
    html = page(folders[name]).read_text()
    assert f"<h1>{title}</h1>" in html and f"<title>{title} · " in html


def test_a_page_names_command_and_paper(folders):
    html = page(folders["run"]).read_text()
    assert "python -m paper_net.train training.epochs=3" in html and "paper: Scaling down Deep Learning" in html


def test_a_run_fits_two_screens_before_anything_is_unfolded(folders, tmp_path):
    height = found(page(folders["run"]), tmp_path, "return document.documentElement.scrollHeight")
    assert 800 < height <= 1600


def test_a_value_is_read_off_a_curve_under_the_pointer(folders, tmp_path):
    last = json.loads((folders["run"] / "result.json").read_text())
    right = HOVER.replace(".5, .5", "1, .5")
    script = (
        right + 'return [...document.querySelectorAll(".u-legend")[0].querySelectorAll("td")].map(x => x.textContent)'
    )
    step, *losses = found(page(folders["run"]), tmp_path, script)
    assert step == f"{last['steps']:,}"
    assert [float(loss) for loss in losses[:2]] == pytest.approx([last["train/loss"], last["val/loss"]], rel=1e-3)


def test_a_stretch_of_a_curve_is_zoomed_into_and_left_again(folders, tmp_path):
    drag = 'at("mousedown", .5, .5); at("mousemove", .9, .5); document.dispatchEvent(new MouseEvent("mouseup"));'
    extent = "await pause(); seen.push(charts[0].plot.scales.x.max - charts[0].plot.scales.x.min);"
    reset = 'document.querySelectorAll(".tools button")[1].click();'
    script = f"const seen = []; {extent} {HOVER} {drag} {extent} {reset} {extent} return seen"
    whole, part, again = found(page(folders["run"]), tmp_path, script)
    assert part < 0.6 * whole and again == whole


def test_a_scale_is_switched_to_logarithmic(folders, tmp_path):
    kinds = "seen.push(charts[0].plot.scales.y.distr);"
    script = f"const seen = []; {kinds} document.querySelector('.tools button').click(); {kinds} return seen"
    assert sorted(found(page(folders["run"]), tmp_path, script)) == [1, 3]


def test_without_scripts_there_is_a_picture_of_each_curve(folders):
    html = page(folders["run"]).read_text()
    assert (
        html.count("data-panel=") == 2
        and html.partition("<noscript>")[2].partition("</noscript>")[0].count("<img") == 2
    )


def test_the_jobs_of_a_sweep_are_chosen_among(folders, tmp_path):
    script = """
    const shown = () => charts.map(one => one.plot.series.slice(1).filter(curve => curve.show).length);
    const before = shown();
    document.querySelector("input[data-curve]").click();
    return [before, shown()]
    """
    before, after = found(page(folders["sweep"]), tmp_path, script)
    assert len(before) == 4 and after == [number - 1 for number in before]


def test_a_subset_shows_its_target_and_what_knowing_nothing_scores(folders):
    html = page(folders["subset"]).read_text()
    assert "a prediction that knows nothing 2.303, target 0.2303" in html


def test_a_climb_shows_what_is_not_right_first_and_why(folders):
    html = page(folders["failed"]).read_text()
    assert html.index("logits-taken-as-probabilities") < html.index("<img")
    assert re.search(r"Since it last passed:.*<li[^>]*>loss.function.from_logits true → false", html, re.DOTALL)


def test_cause_change_place_and_proof_of_a_fail_stand_on_the_first_screen(folders, tmp_path):
    script = """
    const said = [...document.querySelectorAll("p, code")];
    const parts = ["logits-taken-as-probabilities", "loss.function.from_logits=true", "Look at: conf/loss"]
      .map(words => said.find(part => part.textContent.startsWith(words)));
    return [...parts, document.querySelector("img")].map(part => part.getBoundingClientRect().bottom)
    """
    assert max(found(page(folders["failed"]), tmp_path, script)) <= 800


def test_a_climb_that_broke_shows_the_lines_that_led_there(folders):
    lines = re.search("<pre>(.*?)</pre>", page(folders["crashed"]).read_text(), re.DOTALL)[1].splitlines()
    assert lines and lines[-1].startswith("train.py:")


def test_the_rungs_are_folded_and_say_why_a_check_was_skipped(folders):
    html = page(folders["passed"]).read_text()
    assert html.count('<details class="rung">') == 1 and "no Embedding" in html.partition('<details class="rung">')[2]


@pytest.fixture(scope="module")
def runs_page(project, folders):
    """runs.html of all that the commands left, of a torn run and a folder of something else."""
    torn = project / "outputs/torn/it"
    (torn / ".hydra").mkdir(parents=True)
    (torn / ".hydra/overrides.yaml").write_text("- seed=1\n")
    (torn / "result.json").write_text('{"status": "do')
    (torn / "history.csv").write_bytes(b"step,train/loss\n1,\xff\n")
    (project / "outputs/notes").mkdir()
    (project / "outputs/notes/paper.txt").write_text("x")
    done = command(project, "recipe.runs")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "runs.html"
    return project / "runs.html"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_all_runs_opens_from_disk_without_a_complaint_or_a_request(width, runs_page, tmp_path):
    opens(runs_page, tmp_path, width)


def test_all_runs_are_found_the_newest_first_with_links_that_lead_to_their_pages(runs_page, tmp_path):
    script = """
    const cells = row => [row.cells[3], row.cells[4], row.cells[1]].map(cell => cell.textContent);
    return [...document.querySelectorAll("tbody tr")].map(row =>
      [...cells(row), row.querySelector("a").getAttribute("href")])
    """
    rows = found(runs_page, tmp_path, script)
    kinds = [row[0] for row in rows]
    assert {kind: kinds.count(kind) for kind in kinds} == {"training": 8, "climb": 3, "sweep": 1}
    assert {row[1] for row in rows} == {"done", "failed", "interrupted", "4 done", "pass", "fail at forward"}
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)
    assert all((runs_page.parent / row[3]).exists() for row in rows)


def test_torn_and_foreign_folders_are_named(runs_page):
    html = runs_page.read_text()
    assert "result.json cannot be read (JSONDecodeError); history.csv cannot be read (UnicodeDecodeError)" in html
    assert re.findall(r"([\w/-]+)</a>: no run lies in it", html) == ["outputs/notes"]  # and not a sweep's pictures


def test_runs_are_filtered_by_words_and_sorted_by_a_figure(runs_page, tmp_path):
    script = """
    const shown = () => [...document.querySelectorAll("tbody tr")].filter(row => !row.hidden);
    filter.value = "SUBSET=10 training"; filter.dispatchEvent(new Event("input"));
    const left = shown().map(row => row.querySelector("a").textContent);
    filter.value = ""; filter.dispatchEvent(new Event("input"));
    const head = [...document.querySelectorAll("thead th")].find(one => one.textContent.includes("loss"));
    head.querySelector("button").click();
    return [left, shown().map(row => row.cells[head.cellIndex].dataset.value)]
    """
    left, losses = found(runs_page, tmp_path, script)
    assert len(left) == 3 and all("data.subset=10" in title for title in left)
    numbers = [float(loss) for loss in losses if loss]
    assert len(numbers) == 6 and numbers == sorted(numbers) and losses[: len(numbers)] == [*filter(None, losses)]


def test_two_runs_are_compared_in_configuration_code_figures_and_curves(project, runs_page, tmp_path):
    script = """
    for (const row of document.querySelectorAll("tbody tr"))
      if (["training.epochs=3", "data=digits, data.subset=10"].includes(row.querySelector("a").textContent))
        row.querySelector("input").click();
    const section = document.getElementById("compare");
    return [section.innerText, section.querySelectorAll(".chart").length]
    """
    text, drawn = found(runs_page, tmp_path, script)
    assert re.search(r"training\.epochs\s+50\s+3\b", text)  # A is the newer one
    assert "val/loss" in text and drawn == 4
    assert re.search(r"Code\s+the same", text)


def test_what_differs_in_the_code_is_shown_line_by_line(runs_page, tmp_path):
    script = """return difference(["a", "b", "c"], ["a", "c", "d"]).map(one => one.textContent)"""
    assert found(runs_page, tmp_path, script) == ["A 2 - b\n", "B 3 + d\n"]


def test_the_runs_command_refuses_what_it_does_not_know(project):
    done = command(project, "recipe.runs", "seed=1")
    assert done.returncode == 2 and "unrecognized arguments: seed=1" in done.stderr


def recorded(folder, kind):
    """The records of one kind that W&B has of a run."""
    inspect = [PYTHON, "-m", "wandb", "leet", "inspect", "--json", folder / "wandb/latest-run"]
    lines = subprocess.run(inspect, check=True, capture_output=True, text=True).stdout.splitlines()
    return [record[kind] for record in map(json.loads, lines) if record["type"] == kind]


def test_a_team_finds_a_run_by_what_it_overrides(folders):
    (run,) = recorded(folders["failed"], "run")
    assert run["display_name"] == "rungs=[forward,look,loss], loss.function.from_logits=false"
    assert (run["job_type"], run.get("group")) == ("climb", None)
    assert run["notes"].startswith(f"python -m {NAME}.recipe ")


def test_wandb_has_a_climbs_verdicts_and_pictures(folders):
    logged = {}
    for record in recorded(folders["failed"], "history"):
        logged |= record["item"]
    assert logged["verdict/climb"] == logged["verdict/forward"] == "fail" and "verdict/look" not in logged
    files = folders["failed"] / "wandb/latest-run/files"
    assert (files / logged["view_forward/gradient_map.path"]).stat().st_size > 0
    checks = json.loads((files / logged["verdict/checks.path"]).read_text())["data"]
    assert [row[:3] for row in checks][-1] == ["forward", "fail", "output-range"]
    assert checks[-1][4].startswith("logits-taken-as-probabilities")


def test_a_sweep_shows_what_differs_and_all_curves(folders):
    html = page(folders["sweep"]).read_text()
    assert "<th>data.subset</th>" in html and "<th>training.subset.steps</th>" in html
    assert [f'href="{job}/report.html"' in html for job in range(4)] == [True] * 4
    assert html.count("<img") == 1


def test_without_a_report_a_run_leaves_no_pictures(project, tmp_path):
    asked = ["data.subset=1", "tracker=[]", "report=false", f"hydra.run.dir={tmp_path}/run"]
    assert command(project, "train", *asked).returncode == 0
    assert not (tmp_path / "run/report.html").exists() and not (tmp_path / "run/figures").exists()
