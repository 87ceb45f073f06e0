"""Pages and figures from what lies on disk, whatever it is."""

import json

import numpy as np
import pytest
from paper_net.recipe.figures import curves, data, layers, outputs, report, samples
from paper_net.recipe.keep import run_files  # noqa: F401
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.launch import sweep  # noqa: F401
from paper_net.recipe.measure import predictions  # noqa: F401

RNG = np.random.default_rng(0)


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
    report.write(tmp_path, "run.html", None, {}, {"title": "<script>alert(1)</script>", "figures": {"<b>": "<i>"}})
    assert "<script>" not in (tmp_path / "report.html").read_text()


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
