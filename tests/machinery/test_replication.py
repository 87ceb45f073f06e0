"""From runs on disk to verdicts and effects, without training."""

import csv
import json

import pytest
from paper_net.recipe.keep import record  # noqa: F401
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.paper import judgement, paper_yaml  # noqa: F401
from paper_net.recipe.replication import replication, sensitivity  # noqa: F401
from paper_net.recipe.replication.replication import Row
from paper_net.recipe.replication.sensitivity import Trial

CURVE = [0.2, 0.6, 0.5, 0.9]  # an accuracy, epoch by epoch


@pytest.fixture
def run(tmp_path):
    """A folder as a finished training leaves it, with some test accuracy."""

    def write(accuracy):
        folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        (folder / "result.json").write_text(json.dumps({"status": "done", "test/accuracy": accuracy, "seconds": 2.0}))
        with (folder / "history.csv").open("w") as file:
            rows = csv.writer(file)
            rows.writerow(["epoch", "val/accuracy"])
            rows.writerows(enumerate(CURVE, 1))
        return folder

    return write


def claims(**entries):
    read = paper_yaml.claims({"claims": {name: {**entry, "where": "Table 1"} for name, entry in entries.items()}})
    return {claim.name: claim for claim in read}


@pytest.mark.parametrize(("direction", "value"), [("at_least", 0.6), ("at_most", 0.2), ("equal", 0.5)])
def test_a_milestone_is_the_best_of_the_curve_so_far_or_its_value_there(run, direction, value):
    entry = {"metric": "val/accuracy", "value": 0.5, "by_epoch": 3, "direction": direction}
    assert replication.value(claims(early=entry)["early"], run(0.0)) == value


def test_an_ordering_is_judged_by_the_differences_of_equal_seeds(run):
    read = claims(
        one={"metric": "test/accuracy", "value": 0.9},
        other={"metric": "test/accuracy", "value": 0.8, "overrides": ["model=linear"]},
        order={"greater": ["one", "other"]},
        reverse={"greater": ["other", "one"]},
    )
    ahead, behind = (Row((), runs={seed: run(level + seed / 100) for seed in range(3)}) for level in (0.9, 0.8))
    by_name = {"one": (read["one"], ahead), "other": (read["other"], behind)}
    found = replication.judge(read["order"], by_name)
    assert (found.verdict, found.mean) == ("replicated", pytest.approx(0.1))
    assert replication.judge(read["reverse"], by_name).verdict == "not replicated"
    del ahead.runs[0], behind.runs[2]  # with one pair left nothing is known
    found = replication.judge(read["order"], by_name)
    assert (found.verdict, found.mean) == ("inconclusive", pytest.approx(0.1))


def test_a_row_that_cannot_be_run_is_not_tested():
    read = claims(size={"parameters": 10})
    row = Row((), missing="No module named paper_net.worked_example")
    assert replication.judge(read["size"], {"size": (read["size"], row)}).verdict == "not tested"


@pytest.mark.parametrize(("budget", "trials", "most"), [(30, 11, 5), (30, 1, 5), (5, 11, 5), (100, 7, 3), (1, 4, 5)])
def test_the_runs_of_a_sensitivity_stay_within_its_budget(budget, trials, most):
    seeds, affordable = sensitivity.shared_out(budget, trials, most)
    tried = min(trials, affordable)
    assert 2 <= seeds <= max(2, most)
    assert tried * (seeds + 2 / sensitivity.SHORT) <= budget


@pytest.mark.parametrize(("accuracy", "dropped"), [(0.3, True), (0.7, False), (0.95, False)])
def test_an_answer_is_dropped_where_a_short_run_learns_less_than_half(run, accuracy, dropped):
    # Untrained 0.1, the guess 0.9 after a short run: half of that way is 0.5.
    claim = claims(cnn={"metric": "test/accuracy", "value": 0.94})["cnn"]
    base = Row((), untrained={"test/accuracy": 0.1})
    trial = Trial("how fast?", 1.0, claim, base, "optimizer.learning_rate")
    short, shorter = Row((), runs={0: run(0.9)}), Row((), runs={0: run(accuracy)})
    assert bool(trial.hopeless(short, shorter)) is dropped


def test_an_effect_compares_with_the_runs_of_the_current_guess(run):
    claim = claims(cnn={"metric": "test/accuracy", "value": 0.94})["cnn"]
    base = Row((), runs={seed: run(0.9 + seed / 100) for seed in range(3)})
    answer = Row((), runs={seed: run(0.7 + seed / 100) for seed in range(2)})
    found = Trial("how?", [1, 2], claim, base, "data.inputs.shape").result(row=answer)
    assert found.answer == "data.inputs.shape=[1, 2]" and found.runs == 2
    assert found.effect == pytest.approx(-0.205) and found.interval[0] < -0.205 < found.interval[1]
