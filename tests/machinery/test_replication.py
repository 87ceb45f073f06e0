"""From runs on disk to verdicts and effects, without training."""

import csv
import json
import re
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from omegaconf import OmegaConf
from paper_net.recipe.keep import project, record, run_files  # noqa: F401
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.paper import judgement, paper_yaml  # noqa: F401
from paper_net.recipe.replication import counting, latex, replication, sensitivity, words  # noqa: F401
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


@pytest.mark.parametrize(("names", "verdict"), [(["low", "high"], "replicated"), (["high", "low"], "not replicated")])
def test_the_smaller_of_two_claims_stands_first(run, names, verdict):
    read = claims(
        low={"metric": "test/accuracy", "value": 0.8},
        high={"metric": "test/accuracy", "value": 0.9, "overrides": ["model=linear"]},
        order={"less": names},
    )
    below, above = (Row((), runs={seed: run(level + seed / 100) for seed in range(3)}) for level in (0.8, 0.9))
    by_name = {"low": (read["low"], below), "high": (read["high"], above)}
    assert replication.judge(read["order"], by_name).verdict == verdict


def errors(folder, times=1.0):
    """A figure of one's own, as conf/paper.yaml names it."""
    asked.append(folder)
    accuracy = json.loads((folder / "result.json").read_text())["test/accuracy"]
    return {"one": times * (1 - accuracy), "many": np.ones(2)} if times else 1 - accuracy


asked = []


def figure(pick="one", times=100.0):
    function = {"_target_": f"{__name__}.errors", "times": times}
    return claims(error={"figure": function, "pick": pick, "value": 6})["error"]


def test_a_figure_of_ones_own_is_asked_once_of_each_run(run):
    row = Row((), runs={seed: run(0.94) for seed in range(2)})
    found = replication.judge(figure(), {"error": (figure(), row)})
    assert (found.mean, found.verdict) == (pytest.approx(6.0), "replicated")
    row.values(figure())
    assert [*map(str, asked)] == [str(folder) for folder in row.runs.values()]
    assert replication.value(figure(pick=None, times=0), row.runs[0]) == pytest.approx(0.06)


@pytest.mark.parametrize(
    ("pick", "times", "words"),
    [
        ("two", 1, "pick: two: its names are one, many"),
        (None, 1, "pick: None: its names are one, many"),
        ("one", 0, "pick: one: it answers no names"),
        ("many", 1, "figure: expected a number for a run's folder; it is array"),
    ],
)
def test_a_figure_that_is_no_number_is_named(run, pick, times, words):
    with pytest.raises(ValueError, match=f"^paper.claims.error: {words}"):
        replication.value(figure(pick, times), run(0.94))


def test_a_figure_that_a_run_lacks_is_refused_with_those_it_has(run):
    claim = claims(cnn={"metric": "test/top5", "value": 0.9})["cnn"]
    with pytest.raises(ValueError, match="^paper.claims.cnn: there is no test/top5; a run of it has test/accuracy$"):
        replication.value(claim, run(0.9))


@pytest.mark.parametrize(("split", "words"), [("train", ""), ("test", "there is no test; there are train, validation")])
def test_the_size_of_a_split_is_counted_and_a_split_that_is_not_there_refused(split, words):
    claim = claims(few={"split": split, "size": 30})["few"]
    arrays = (np.zeros((30, 2)), np.zeros(30))
    row = Row((), claims=[claim], sizes=replication.sizes(SimpleNamespace(train=arrays, validation=arrays, test=None)))
    if words:
        with pytest.raises(ValueError, match=f"paper.claims.few: {words}"):
            replication.measurable(claim, row)
    else:
        replication.measurable(claim, row)
        assert replication.judge(claim, {"few": (claim, row)}).verdict == "replicated"


@pytest.fixture(scope="module")
def two_outputs():
    """(a network of two outputs, each with an accuracy, before training; its data; what its history names)."""
    image = keras.Input((4,))
    digit, sign = keras.layers.Dense(3, name="digit")(image), keras.layers.Dense(2, name="sign")(image)
    model = keras.Model(image, {"digit": digit, "sign": sign})
    losses = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("sgd", loss={"digit": losses, "sign": losses}, metrics={"digit": ["accuracy"], "sign": ["accuracy"]})
    split = (np.ones((6, 4), "float32"), {"digit": np.arange(6) % 3, "sign": np.arange(6) % 2})
    figures = replication.untrained(model, SimpleNamespace(train=split, validation=split, test=None))
    history = model.fit(*split, validation_data=split, verbose=0).history
    return figures, {run_files.logged_as(name) for name in history}


def test_a_metric_of_one_of_several_outputs_is_claimed_by_the_name_that_a_run_gives_it(two_outputs):
    figures, names = two_outputs
    assert names == {*figures} and "val/digit_accuracy" in names
    claim = claims(digit={"metric": "val/digit_accuracy", "value": 0.9})["digit"]
    assert claim.is_share
    replication.measurable(claim, Row((), claims=[claim], untrained=figures))


def test_a_metric_that_no_output_has_is_refused_with_those_there_are(two_outputs, monkeypatch, run):
    claim = claims(digit={"metric": "val/accuracy", "value": 0.9})["digit"]
    monkeypatch.setattr(counting, "finished", lambda: {"print": run(0.9)})
    row = Row((), claims=[claim], untrained=two_outputs[0])
    with pytest.raises(
        ValueError, match=r"^paper.claims.digit: there is no val/accuracy; there are .*val/digit_accuracy"
    ):
        replication.measurable(claim, row)
    own = claims(top={"metric": "test/accuracy", "value": 0.9})["top"]  # which only the run that is done has named
    replication.measurable(own, row)


def test_a_function_that_cannot_be_found_is_refused_before_anything_is_run():
    claim = claims(error={"figure": {"_target_": "paper_net.no.errors"}, "value": 6})["error"]
    with pytest.raises(ValueError, match=r"^paper.claims.error: figure: .*paper_net.no"):
        replication.measurable(claim, Row((), claims=[claim]))


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


def test_it_is_said_of_which_weights_the_figures_are(run):
    def row(*weights):
        folders = [run(0.9) for _ in weights]
        for folder, of in zip(folders, weights, strict=True):
            (folder / "result.json").write_text(json.dumps({"weights": of}))
        return Row((), runs=dict(enumerate(folders)))

    early = {"metric": "val/accuracy", "value": 0.5, "by_epoch": 3}
    read = claims(cnn={"metric": "test/accuracy", "value": 0.9}, mlp={"metric": "val/loss", "value": 1}, early=early)
    last, best = "last weights", "weights of epoch {} of 9, the best by val/loss"
    judged = [(read["cnn"], None, row(last, last)), (read["early"], None, row(best.format(1)))]
    assert words.weights_of(judged) == ["Figures are of the last weights."]
    assert words.weights(*judged[0][::2]) == {0: last, 1: last}
    judged.append((read["mlp"], None, row(best.format(7), best.format(8))))
    assert words.weights_of(judged) == [
        "Figures of cnn: last weights.",
        "Figures of mlp: weights of an epoch, the best by val/loss.",
    ]


def test_an_answer_is_typed_as_hydra_reads_it():
    answer = sensitivity.as_typed({"best": "val/f1", "mode": "max"})
    cfg = project.compose([f"training.judged={answer}"])
    assert cfg.training.judged == {"best": "val/f1", "mode": "max"}


@pytest.mark.parametrize(("accuracy", "dropped"), [(0.3, True), (0.7, False), (0.95, False)])
def test_an_answer_is_dropped_where_a_short_run_learns_less_than_half(run, accuracy, dropped):
    # Untrained 0.1, the guess 0.9 after a short run: half of that way is 0.5.
    claim = claims(cnn={"metric": "test/accuracy", "value": 0.94})["cnn"]
    base = Row((), untrained={"test/accuracy": 0.1})
    trial = Trial("how fast?", 1.0, claim, base, "optimizer.learning_rate")
    short, shorter = Row((), runs={0: run(0.9)}), Row((), runs={0: run(accuracy)})
    assert trial.screened(short, shorter) == (0.9, accuracy)
    assert bool(trial.hopeless(trial.screened(short, shorter))) is dropped
    assert trial.hopeless(trial.screened(short, Row(()))) == "a short run of it failed"


def test_an_effect_compares_with_the_runs_of_the_current_guess(run):
    claim = claims(cnn={"metric": "test/accuracy", "value": 0.94})["cnn"]
    base = Row((), runs={seed: run(0.9 + seed / 100) for seed in range(3)})
    answer = Row((), runs={seed: run(0.7 + seed / 100) for seed in range(2)})
    found = Trial("how?", [1, 2], claim, base, "data.inputs.shape").result(row=answer)
    assert found.answer == "data.inputs.shape=[1, 2]" and found.runs == 2
    assert found.effect == pytest.approx(-0.205) and found.interval[0] < -0.205 < found.interval[1]


@pytest.fixture
def lies(tmp_path):
    """A finished run's folder with a snapshot of conf/ under these overrides."""

    def lies(*overrides, seconds=2.0, steps=100, **changed):
        folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        state = {**snapshot(*overrides), **changed}
        (folder / "record.json").write_text(json.dumps(state))
        (folder / "result.json").write_text(json.dumps({"status": "done", "seconds": seconds, "steps": steps}))
        return folder

    return lies


def snapshot(*overrides):
    return json.loads(json.dumps(record.snapshot(project.compose(["tracker=[]", *overrides]), None)))


@pytest.mark.parametrize(
    "added",
    ["+optimizer.epsilon=1e-7", "+optimizer.clipnorm=null", "+training.mine=null", "+loss.function.ignore_class=null"],
)
def test_a_key_at_its_default_value_disowns_no_run(added):
    assert record.fingerprint(snapshot(added)) == record.fingerprint(snapshot())


@pytest.mark.parametrize(
    "added",
    [
        *("+data.groups=patient", "+loss.density=true", "+loss.perfect._target_=paper_net.losses.right"),
        "+loss.examples=[{target: 0, prediction: [0, 0], loss: 0.6931}]",
    ],
)
def test_what_a_climb_alone_is_told_disowns_no_run_and_is_in_its_record(added):
    state = snapshot(added)
    assert record.fingerprint(state) == record.fingerprint(snapshot())
    assert added.lstrip("+").partition("=")[0] in state["config"]


@pytest.mark.parametrize("added", ["+optimizer.epsilon=1e-5", "+training.mine=0", "debug=true", "seed=1"])
def test_another_value_does(added):
    assert record.fingerprint(snapshot(added)) != record.fingerprint(snapshot())


def test_the_nearest_run_is_named_with_what_disowns_it(lies):
    lies("seed=3", "training.epochs=7")
    near = lies("training.epochs=7", "+optimizer.epsilon=1e-7")
    keys, said = counting.nearest(snapshot(), near.parent.iterdir())
    assert (keys, said) == (["training.epochs"], f"the nearest is {near}: training.epochs 7 → 50")
    state = {**snapshot("seed=3"), "machinery": "another"}
    keys, said = counting.nearest(snapshot(), [lies(**state)])
    assert keys == ["seed", "recipe"] and said.endswith(": seed 3 → 0, and 1 other difference")


def test_a_run_on_few_samples_comes_near_none_on_all(lies, monkeypatch):
    few, other = lies("data.subset=10"), lies("training.epochs=7")
    monkeypatch.setattr(counting, "finished", lambda: {"few": few, "other": other})
    assert counting.counted({"wanted": snapshot()}, []) == ({}, {}, [other])
    assert counting.counted({"wanted": snapshot("data.subset=10", "seed=1")}, [])[2] == [few]
    assert counting.counted({"wanted": snapshot()}, ["data.subset"])[0] == {}  # nor does it count by being accepted


def test_what_two_snapshots_differ_in_is_named_by_its_key():
    now = snapshot()
    then = snapshot("training.epochs=7", "seed=1", "+optimizer.epsilon=1e-7")
    then |= {"data": "another", "packages": {**now["packages"], "keras": "3.0.0"}, "machinery": "another"}
    then["code"] = {**now["code"], "model.py": "x = 1", "losses.py": now["code"]["losses.py"] + "# a comment\n"}
    del then["code"]["train.py"]
    keys = ["model.py", "train.py", "seed", "training.epochs", "keras", "data", "recipe"]
    assert counting.differing(then, now) == keys
    assert not any(line.startswith("losses.py") for line in counting.differences(then, now))


def test_a_run_that_differs_in_what_is_accepted_counts_once_and_an_equal_one_comes_first(lies, monkeypatch):
    old, older = lies(machinery="another"), lies("training.epochs=7", machinery="another")
    there = {"old": old, "older": older}
    monkeypatch.setattr(counting, "finished", lambda: there)
    states = {"zero": snapshot(), "again": snapshot()}
    assert counting.counted(states, []) == ({}, {}, [old, older])
    assert counting.counted(states, ["training.epochs"]) == ({}, {}, [old, older])
    assert counting.counted(states, ["recipe"]) == ({"zero": old}, {"zero": ["recipe"]}, [older])
    found, differs, others = counting.counted(states, ["recipe", "training.epochs"])
    assert found == {"zero": old, "again": older} and differs["again"] == ["training.epochs", "recipe"] and not others
    there[record.fingerprint(snapshot())] = equal = lies()
    assert counting.counted(states, ["recipe"]) == ({"zero": equal, "again": equal}, {}, [old, older])


def test_what_tells_the_runs_of_a_replication_apart_cannot_be_accepted(monkeypatch):
    monkeypatch.setattr(replication, "composed", lambda overrides, seed: project.compose([*overrides, f"seed={seed}"]))
    monkeypatch.setattr(replication, "digest", lambda cfg: None)
    rows = [Row(()), Row(("training.batch_size=100",))]
    for key in ("seed", "training.batch_size"):
        paper = OmegaConf.create({"seeds": 1, "accept": [key]})
        with pytest.raises(ValueError, match=f"^paper.accept: {key} tells the runs of a replication apart"):
            replication.run(rows, paper, None)


def test_an_answer_that_is_asked_for_cannot_be_accepted():
    questions = {"rate": {"asks": "?", "key": "optimizer.learning_rate", "candidates": [1]}}
    paper = {"questions": questions, "accept": ["optimizer.learning_rate"], "sensitivity": True}
    said = replication.accepts_an_answer(OmegaConf.create(paper))
    assert said == "paper.accept: optimizer.learning_rate is the key of paper.questions.rate"
    assert replication.accepts_an_answer(OmegaConf.create({**paper, "sensitivity": False})) is None


@pytest.mark.parametrize(
    ("overrides", "changed", "missing", "words"),
    [
        (
            [],
            {"machinery": "new"},
            ["a", "b"],
            "none that has been run counts; .*; paper.accept=.recipe. would count it$",
        ),
        ([], {"machinery": "new"}, ["a"], "no other run counts; .*; paper.accept=.recipe. would count it$"),
        (["seed=1"], {}, ["a", "b"], "none that has been run counts; .*: seed 1 → 0$"),
        (["seed=1"], {}, ["a"], "$"),
    ],
)
def test_why_a_run_does_not_count_is_said_with_the_way_to_count_it(lies, capsys, overrides, changed, missing, words):
    folder = lies(*overrides, **changed)
    states = {"a": snapshot(), "b": snapshot("model=linear")}
    replication.why_not_counted(states, missing, [folder])
    said = capsys.readouterr().out.strip()
    assert re.match(words, said)


def test_how_long_runs_take_is_told_by_the_pace_of_the_most_alike(lies, monkeypatch):
    runs = [lies("model=linear", seconds=1.0), lies(seconds=30.0)]
    monkeypatch.setattr(replication, "composed", lambda overrides: project.compose(overrides))
    monkeypatch.setattr(replication, "steps", lambda cfg: 1000)
    cnn, linear = (((), 0), snapshot("seed=4")), ((("model=linear",), 0), snapshot("model=linear", "seed=5"))
    assert replication.duration(dict([linear]), runs) == "about 10 s, one after the other"
    assert replication.duration(dict([cnn]), runs) == "about 5 min, one after the other"
    assert replication.duration(dict([cnn, linear]), runs) == "about 5 min, one after the other"


def test_a_run_of_a_few_steps_tells_no_pace(lies, monkeypatch):
    monkeypatch.setattr(replication, "composed", lambda overrides: project.compose(overrides))
    monkeypatch.setattr(replication, "steps", lambda cfg: 1000)
    short, whole = lies("training.max_steps=5", seconds=10.0, steps=5), lies(steps=1000)
    assert replication.long_enough([short, whole], [((), 0)]) == [whole]


def test_a_table_in_latex_escapes_what_it_has_signs_for():
    row = {
        "claim": "a_b (100 % of §4 & #1)",
        "claimed": "x ≥ 0.5 ± 0.1",
        "ours": "a < b",
        "interval": " [1, 2]",
        "says": "{replicated}",
    }
    written = latex.latex({"head": ["claim", "claimed", "ours", "verdict"], "rows": [row], "notes": ["95 %", "* ours"]})
    assert r"a\_b (100 \% of §4 \& \#1) & x $\geq$ 0.5 $\pm$ 0.1 & a $<$ b [1, 2] & \{replicated\} \\" in written
    assert written.startswith("% 95 %\n% * ours\n") and written.count("&") == 3 + 1 + 3
