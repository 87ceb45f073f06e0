"""Pages and figures from what lies on disk, whatever it is."""

import json

import numpy as np
import pytest
from paper_net.recipe.figures import curves, data, evidence, layers, outputs, report, runs, samples, training_pictures
from paper_net.recipe.figures.sheet import in_the_dark
from paper_net.recipe.keep import run_files  # noqa: F401
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.launch import sweep  # noqa: F401
from paper_net.recipe.measure import predictions  # noqa: F401
from paper_net.recipe.prepare import nested

RNG = np.random.default_rng(0)
VALUES = {"kind": "values"}


def sweep_of(folder, jobs):
    for job in range(jobs):
        run = folder / str(job)
        (run / ".hydra").mkdir(parents=True)
        (run / ".hydra/overrides.yaml").write_text(f"- seed={job}\n- model=cnn\n")
        rows = [{"epoch": e, "step": 10 * e, "train/loss": 1 / e, "val/loss": job + 1 / e} for e in range(1, 51)]
        run_files.write_csv(run / "history.csv", rows)
        (run / "result.json").write_text(json.dumps({"status": "done", "steps": 500, "val/loss": job + 0.02}))
    return folder


def test_a_sweep_of_two_hundred_jobs_is_one_page(tmp_path, capsys):
    assert sweep.summarize(sweep_of(tmp_path, 200)) == 0
    page = (tmp_path / "report.html").read_text()
    assert len(page) < 10_000_000 and page.count("<tr>") == 201
    assert "<th>seed</th>" in page and "<th>model</th>" not in page  # what does not differ is no column


def test_a_sweeps_table_shows_overrides_as_they_were_written(tmp_path, capsys):
    (sweep_of(tmp_path, 1) / "0/.hydra/overrides.yaml").write_text("- rungs=[forward]\n")
    sweep.summarize(tmp_path)
    assert "rungs=[forward]" in capsys.readouterr().out


def test_a_sweep_whose_jobs_broke_has_a_page_all_the_same(tmp_path, capsys):
    (sweep_of(tmp_path, 2) / "1/result.json").unlink()
    (tmp_path / "1/history.csv").unlink()
    assert sweep.summarize(tmp_path) == 1
    assert "interrupted" in (tmp_path / "report.html").read_text()


def test_what_a_page_quotes_is_no_html(tmp_path):
    title = "</script><script>alert(1)</script>"
    panel = curves.panel(title, {title: ([1], [2.0])})
    head = {"title": title, "command": title, "groups": {}, "figures": {"columns": [title], "rows": {title: [title]}}}
    report.write(tmp_path, "run.html", None, {**head, "groups": {"loss": [{"panels": [panel], "png": ""}]}})
    assert "alert(1)</script>" not in (tmp_path / "report.html").read_text()


def test_the_page_of_all_runs_quotes_no_html(tmp_path):
    run = tmp_path / "outputs/day/run"
    (run / ".hydra").mkdir(parents=True)
    (run / ".hydra/overrides.yaml").write_text("- x=</script><script>alert(1)</script>\n")
    run_files.write_json(
        run / "record.json", {"code": {"a.py": "</script><script>alert(1)</script>"}, "command": "<b>"}
    )
    page = runs.write(tmp_path, runs.found(tmp_path)).read_text()
    assert "alert(1)</script>" not in page and "<b></code>" not in page


def test_what_is_no_run_is_named_once_and_what_is_no_dictionary_is_torn(tmp_path):
    (tmp_path / "outputs/notes/deep/deeper").mkdir(parents=True)
    run = tmp_path / "outputs/day/run"
    (run / ".hydra").mkdir(parents=True)
    (run / ".hydra/overrides.yaml").write_text("- [")
    (run / "result.json").write_text("[1]")
    (run / "history.csv").write_text("step,val/loss\n1,x\n")
    one, other = sorted(runs.found(tmp_path), key=lambda run: run.kind)
    assert (str(one.folder), one.kind) == ("outputs/notes", "foreign")
    assert other.status == "interrupted"
    torn = {"result.json": "TypeError", ".hydra/overrides.yaml": "ValueError", "history.csv": "ValueError"}
    assert other.trouble == "; ".join(f"{name} cannot be read ({error})" for name, error in torn.items())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("replication.json", '{"claims": [1]}'),
        ("record.json", '{"command": 1}'),
        ("record.json", '{"code": {"a.py": 1}, "config": {"a": NaN}}'),
        ("result.json", '{"status": ["done"], "val/loss": NaN}'),
        ("verdicts.json", "[[]]"),
        (".hydra/overrides.yaml", "{"),
        ("multirun.yaml", "hydra: 1"),
    ],
)
def test_no_folder_breaks_the_page_of_all_runs(tmp_path, name, content):
    run = tmp_path / "outputs/day/run"
    (run / ".hydra").mkdir(parents=True)
    (run / name).write_text(content)
    page = runs.write(tmp_path, runs.found(tmp_path)).read_text()
    details = page.partition('id="details">')[2].partition("</script>")[0]
    json.loads(details, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))


def test_a_run_at_which_a_process_works_is_running(tmp_path):
    (tmp_path / "outputs/day/run/.hydra").mkdir(parents=True)
    (run,) = runs.found(tmp_path, lambda folder: "process 7 is still at it")
    assert run.status == "running"


def test_of_a_long_history_the_page_of_all_runs_holds_some_rows_and_the_last(tmp_path):
    (tmp_path / "outputs/day/run/.hydra").mkdir(parents=True)
    rows = [{"epoch": e, "step": 10 * e, "val/loss": 1 / e} for e in range(1, 1001)]
    run_files.write_csv(tmp_path / "outputs/day/run/history.csv", rows)
    (run,) = runs.found(tmp_path)
    assert len(run.history) == runs.POINTS and run.history[-1] == rows[-1]
    assert runs.columns(run.history)["step"][-1] == 10_000


def test_what_was_tried_stands_beside_what_was_measured_and_the_limit():
    # On a logarithmic line 0.01 is at its left end, 1 at its right, 0.1 in the middle.
    line = evidence.line(1.0, 0.1, "above", [("loss.from_logits=0.1", 0.01, "pass"), ("breaks", None, "fail")])
    assert [(row["what"], row["at"], row["value"]) for row in line["rows"]] == [
        ("as it is", 96.0, "1"),
        ("loss.\u200bfrom_logits=\u200b0.1", 4.0, "0.01"),  # broken in a key and before a number, not in it
    ]
    assert line["limit"] == {"value": "0.1", "at": 50.0}
    assert evidence.line("-275 to 217", None, "", []) is None
    assert evidence.line(float("nan"), 0.1, "above", [])["rows"][0]["at"] == 96


def test_curves_for_a_page_hold_no_number_that_json_lacks():
    rows = [{"step": 1, "val/loss": float("nan")}, {"step": 2, "val/loss": 0.123456789}]
    panel = curves.panel("val/loss", {"run": curves.points(rows, "val/loss")}, {"target": 0.1})
    assert panel["series"] == [{"name": "run", "x": [1, 2], "y": [None, 0.12346]}]
    assert json.loads(json.dumps(panel, allow_nan=False)) == panel


def test_in_the_dark_white_becomes_the_page_black_becomes_light_and_a_hue_stays():
    white, black, blue = in_the_dark(np.array([[[255, 255, 255], [0, 0, 0], [0, 114, 178]]], "uint8"))[0].tolist()
    assert max(white) < 25 and min(black) > 230
    assert blue[2] > blue[1] > blue[0]


def test_a_photograph_is_the_same_in_the_dark_and_what_is_round_it_dark():
    picture = samples.rows([("", RNG.random((4, 8, 8, 3)))], ["first"] * 4, "Four.")
    same = (picture.dark == picture.pixels).all(axis=-1)
    # Four squares of 0.75 inches on a sheet of 4.3 by 1.15.
    assert same.mean() == pytest.approx(4 * 0.75**2 / (4.3 * 1.15), rel=0.05) and picture.dark[2, 2].max() < 25


def test_a_signal_needs_no_other_picture_in_the_dark():
    assert samples.rows([("", RNG.normal(size=(4, 40)))], ["first"] * 4, "Four.").dark is None


@pytest.mark.parametrize("shape", [(9,), (9, 1)])
def test_one_number_in_and_one_out_are_points_in_a_plane(shape):
    numbers = np.arange(9.0).reshape(shape)
    declared = [nested.declared({"shape": list(shape[1:]), "dtype": "float32", **kind}) for kind in ({}, VALUES)]
    picture = training_pictures.of_data((numbers, 2 * numbers), (numbers, numbers), *declared)["look/samples"]
    assert picture.alt == "training inputs 0 to 8, targets 0 to 16"
    one = head(kind="values", targets=numbers, answers=numbers + np.eye(9)[3].reshape(shape), losses=np.eye(9)[3])
    worst = outputs.errors(one, [("", numbers)])
    assert worst.alt.startswith("true → predicted: 3 → 4, ")


def head(**given):
    return predictions.Head(**{"name": "", "kind": "classes", "targets": None, "answers": None, **given})


def test_a_confusion_matrix_counts_what_is_taken_for_what():
    # Of 4 samples of 3 classes, one of class 2 is taken for class 0.
    answers = np.eye(3)[[0, 1, 2, 0]]
    picture = outputs.judged(head(targets=np.array([0, 1, 2, 2]), answers=answers))
    assert picture.alt == "75.0% of 4 right; most often 2 is taken for 0, 1 times"


@pytest.mark.parametrize("nobody", [255, -1, -100])
def test_pixels_that_nobody_labelled_are_no_class(nobody):
    answers, labels = np.eye(3)[[[0, 1], [2, 0]]][None], np.array([[[0, 1], [2, nobody]]])
    assert outputs.judged(head(targets=labels, answers=answers)).alt.startswith("100.0% of 3 right")
    assert data.targets([("", "classes", labels, labels)]).alt.startswith("40 classes" if nobody > 0 else "3 classes")


@pytest.mark.parametrize("shape", [(4,), (4, 1)])
def test_labels_that_are_floats_are_counted_as_they_are(shape):
    labels = np.array([0, 1, 1, 1], "float32").reshape(shape)
    picture = outputs.judged(head(targets=labels, answers=np.array([[-1.0], [1.0], [1.0], [-1.0]])))
    assert picture.alt.startswith("75.0% of 4 right; most often 1 is taken for 0")
    assert data.targets([("", "classes", labels, labels)]).alt == "2 classes, shares in training from 0.25 to 0.75"


def test_the_surest_errors_come_first():
    # Logits: sample 1 is wrong and sure, sample 2 is wrong and less sure, sample 0 is right.
    answers = np.array([[5.0, 0.0], [9.0, 0.0], [1.0, 0.0]])
    picture = outputs.confident(head(targets=np.array([0, 1, 1]), answers=answers), [("", RNG.normal(size=(3, 4)))])
    assert picture.alt == "true → predicted: 1 → 0 (100%), 1 → 0 (73%)"


def test_the_worst_errors_come_first():
    answers = np.array([[0.1, 0.9], [0.9, 0.1], [0.4, 0.6]])
    one = head(targets=np.array([1, 1, 1]), answers=answers, losses=np.array([0.1, 2.3, 0.5]))
    assert outputs.errors(one, [("", RNG.normal(size=(3, 4)))]).alt.startswith(
        "true → predicted: 1 → 0 (90%), 1 → 1 (60%)"
    )


@pytest.mark.parametrize(
    ("kind", "targets", "answers"),
    [
        ("multilabel", RNG.integers(0, 2, (9, 5)), RNG.normal(size=(9, 5))),
        ("values", RNG.normal(size=(9, 1)), RNG.normal(size=(9, 1))),
        ("values", RNG.normal(size=9), RNG.normal(size=(9, 1))),
        ("values", RNG.normal(size=(9, 6, 2)), RNG.normal(size=(9, 6, 2))),
        ("values", RNG.normal(size=(9, 8, 8, 3)), RNG.normal(size=(9, 8, 8, 3))),
        ("classes", RNG.integers(0, 4, (9, 6)), RNG.normal(size=(9, 6, 4))),
        ("classes", RNG.integers(0, 2, (9, 1)), RNG.normal(size=(9, 1))),
        ("classes", np.eye(4)[RNG.integers(0, 4, 9)], RNG.normal(size=(9, 4))),
    ],
)
def test_outputs_of_every_kind_are_drawn(kind, targets, answers):
    one = head(kind=kind, targets=targets, answers=answers, losses=RNG.random(9))
    inputs = [("", RNG.normal(size=(9, 4)))]
    pictures = [outputs.judged(one), outputs.errors(one, inputs), outputs.history(one, [0, 5], [answers, answers])]
    assert all(ink(picture) > 0.001 for picture in pictures)


@pytest.mark.parametrize(
    "sample",
    [
        RNG.normal(size=()),
        RNG.normal(size=1),
        RNG.normal(size=12),
        RNG.normal(size=400),
        RNG.integers(0, 99, 20),
        RNG.normal(size=(40, 1)),
        RNG.normal(size=(40, 3)),
        RNG.normal(size=(40, 30)),
        RNG.normal(size=(8, 8)),
        RNG.normal(size=(8, 8, 1)),
        RNG.normal(size=(8, 8, 3)),
        RNG.integers(0, 256, (8, 8, 3), dtype="uint8"),
        RNG.normal(size=(4, 8, 8, 3)),
        np.array([np.nan, 1.0, np.inf]),
        np.zeros(5),
    ],
)
def test_a_sample_of_every_form_is_drawn(sample):
    picture = samples.rows([("", np.stack([sample] * 2))], ["first", "second"], "Two.")
    assert ink(picture) > 0.001


def ink(picture):
    """The share of a picture that is not white."""
    return float(np.mean(picture.pixels.min(axis=-1) < 250))


def test_the_loss_says_where_it_ended_and_what_it_had_to_reach():
    rows = [{"step": 10, "train/loss": 2.0, "val/loss": 2.5}, {"step": 20, "train/loss": 0.5, "val/loss": 0.75}]
    picture = curves.loss(rows, {"target": 0.23})
    assert picture.alt == "at the end training 0.5, validation 0.75; target 0.23"
    assert curves.metrics(rows) is None


def test_class_shares_and_ranges_are_told_in_words():
    parts = [("", "classes", np.array([0, 0, 0, 1]), np.array([0, 1]))]
    assert data.targets(parts).alt == "2 classes, shares in training from 0.25 to 0.75"
    assert data.ranges([("", np.array([[0.0, 3.0]]), np.array([[0.0, 1.0]]))]).alt == "training inputs from 0 to 3"


def test_the_gradient_map_tells_how_much_of_the_input_is_read():
    gradient = np.array([0.0, 0.0, 0.0, 1.0])
    assert layers.gradient_map([("", np.ones(4), gradient)]).alt == "25% of the input moves the output"
