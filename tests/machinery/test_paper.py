"""conf/paper.yaml: what is read from it, and what is refused, with the entry's name."""

import re

import pytest
import yaml
from omegaconf import OmegaConf, open_dict
from paper_net.recipe.keep import project
from paper_net.recipe.paper import judgement, kinds, paper_yaml, schema

GOOD = {"metric": "test/accuracy", "value": 0.94, "where": "Table 1"}


def configuration(**node):
    own = {"optimizer": {"learning_rate": 0.01}, "training": {"schedule": None, "batch_size": 25}, "inputs": [1]}
    return OmegaConf.create({**own, "paper": node})


def refused(**entry):
    return paper_yaml.refusal(configuration(claims={"cnn": entry}))


def test_the_projects_own_paper_is_accepted():
    cfg = project.compose([])
    assert paper_yaml.refusal(cfg) is None
    assert paper_yaml.departures(cfg) == []


def test_a_tolerance_is_ours_where_the_paper_gives_no_spread():
    (ours,) = paper_yaml.claims({"claims": {"cnn": GOOD}})
    (theirs,) = paper_yaml.claims({"claims": {"cnn": {**GOOD, "tolerance": 0.003}}})
    assert (ours.tolerance, ours.ours) == (0.01, True)
    assert (theirs.tolerance, theirs.ours) == (0.003, False)


def test_a_loss_has_a_tolerance_of_a_hundredth_of_it():
    (claim,) = paper_yaml.claims({"claims": {"start": {"initial_loss": 2.3, "where": "Figure 2"}}})
    assert claim.tolerance == pytest.approx(0.023)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"valeu": 1}, "unknown key valeu"),
        ({"value": 94}, "value: 94: test/accuracy is a share between 0 and 1"),
        ({"value": "high"}, "high: expected a number"),
        ({"metric": "accuracy"}, "metric: accuracy: expected a split and a name"),
        ({"where": ""}, "where does the paper say so"),
        ({"direction": "up"}, "direction: up: expected equal, at_least, at_most"),
        ({"tolerance": -1}, "tolerance: -1: expected a number, 0 or more"),
        ({"by_epoch": 0}, "by_epoch: 0: expected a whole number"),
        ({"by_epoch": 5}, "by_epoch: test/accuracy is measured once, after the last epoch"),
        ({"overrides": "model=linear"}, "overrides: expected a list"),
        ({"value": [0.95, 0.95]}, "[0.95, 0.95]: expected a number, or the two ends of a range"),
        ({"value": [0.93, 1.5]}, "value: [0.93, 1.5]: test/accuracy is a share between 0 and 1"),
        ({"value": [0.93, 0.95], "tolerance": 0.1}, "a range has no tolerance, std or direction beside its ends"),
        ({"value": [0.93, 0.95], "direction": "at_least"}, "a range has no tolerance, std or direction"),
        ({"std": 0.01}, "std and n: the paper's own spread, over how many runs"),
        ({"n": 5}, "std and n: the paper's own spread, over how many runs"),
        ({"std": 0, "n": 5}, "std: 0: expected a number above 0"),
        ({"std": 0.01, "n": 1}, "n: 1: expected a whole number, 2 or more"),
        ({"always": True}, "unknown key always; a claim of metric has"),
        (
            {"parameters": 3},
            "figure, invariant, equivariant, causal, greater, less, equal; it has parameters, metric",
        ),
    ],
)
def test_a_bad_claim_is_refused_by_name(change, words):
    said = refused(**{**GOOD, **change})
    assert said.startswith("paper.claims.cnn: ") and words in said


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"parameters": 0.5, "where": "§3"}, "parameters: 0.5: expected a whole number, 1 or more"),
        ({"shape": [5, 25], "where": "§3"}, "and layer: its name"),
        ({"greater": ["cnn", "cnn"], "where": "§3"}, "the names of two claims"),
        ({"greater": ["cnn", "mlp"], "where": "§3"}, "mlp is no claim of a metric"),
        ({"where": "§3"}, "equal; it has where"),
        ({"less": ["cnn"], "where": "§3"}, "the names of two claims, the smaller one first"),
        ({"less": ["cnn", "mlp"], "where": "§3"}, "mlp is no claim of a metric or figure"),
        ({"size": 10, "where": "§3"}, "split: None: expected train, validation or test"),
        ({"split": "val", "size": 10, "where": "§3"}, "split: val: expected train, validation or test"),
        ({"split": "train", "size": 0, "where": "§3"}, "size: 0: expected a whole number of samples, 1 or more"),
        ({"figure": {"name": "fid"}, "value": 1, "where": "§3"}, "figure: expected a _target_"),
        ({"figure": "fid", "value": 1, "where": "§3"}, "figure: expected a _target_"),
        ({"figure": {"_target_": "a.fid"}, "always": 1, "value": 1, "where": "§3"}, "always: 1: expected true"),
        ({"figure": {"_target_": "a.fid"}, "always": True, "where": "§3"}, "expected a value beside it"),
        (
            {"metric": "val/loss", "where": "§3"},
            "value: what does the paper say? Only a claim that is compared needs none",
        ),
        ({"metric": "val/loss", "tolerance": 1, "where": "§3"}, "value: missing: tolerance, std and n are of a value"),
        ({"equal": ["cnn", "mlp"], "where": "§3"}, "equal: tolerance: expected how far apart still counts as equal"),
        ({"greater": ["cnn", "mlp"], "direction": "equal", "where": "§3"}, "direction: "),
    ],
)
def test_a_bad_claim_of_another_kind_is_refused_by_name(entry, words):
    said = paper_yaml.refusal(configuration(claims={"cnn": GOOD, "bad": entry}))
    assert said.startswith("paper.claims.bad: ") and words in said


def test_what_is_only_compared_needs_no_value_and_is_measured():
    entries = {
        "cnn": {"metric": "test/accuracy", "where": "Figure 2"},
        "mlp": {"metric": "test/accuracy", "where": "Figure 2", "overrides": ["model=mlp"]},
        "alike": {"equal": ["cnn", "mlp"], "tolerance": 0.01, "where": "Figure 2"},
    }
    cnn, _, alike = paper_yaml.claims({"claims": entries})
    assert (cnn.said + cnn.margin, alike.said + alike.margin) == ("test/accuracy", "cnn = mlp ± 0.01")
    found = judgement.measured([0.5, 0.75], cnn)
    assert (found.verdict, found.mean, found.number, found.seeds) == ("measured", 0.625, 2, None)
    assert judgement.measured([], cnn).verdict == "not tested"
    assert judgement.judge([0.001, -0.002, 0.001], 0.0, alike.tolerance, alike.direction).verdict == "replicated"
    assert judgement.judge([0.1, 0.11, 0.12], 0.0, alike.tolerance, alike.direction).verdict == "not replicated"


def claim(**entry):
    (one,) = paper_yaml.claims({"claims": {"one": {"where": "§3", **entry}}})
    return one


def test_a_claim_that_is_still_to_be_made_is_none():
    assert paper_yaml.claims({"claims": {"result": "???"}}) == []
    assert [one.name for one in paper_yaml.claims({"claims": {"result": "???", "cnn": GOOD}})] == ["cnn"]


def test_a_range_is_claimed_by_its_ends():
    assert (
        claim(metric="test/loss", value=[0.25, 0.75]).better
        == 1
        == -claim(metric="test/loss", value=[0.75, 0.25]).better
    )
    one = claim(metric="test/loss", value=[0.75, 0.25])
    assert (one.value, one.tolerance, one.ours) == (0.5, 0.25, False)
    assert one.said + one.margin == "test/loss 0.25 to 0.75"


def test_with_a_spread_of_the_papers_own_the_tolerance_is_twice_that():
    one = claim(metric="test/accuracy", value=0.94, std=0.01, n=5)
    assert (one.tolerance, one.ours) == (0.02, False)
    assert one.said + one.margin == "test/accuracy 0.94 ± 0.02 (std 0.01, n = 5)"
    assert claim(metric="test/accuracy", value=0.94, std=0.01, n=5, tolerance=0.005).tolerance == 0.005


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"parameters": 5210}, "parameters 5,210"),
        ({"layer": "conv3", "shape": [5, 25]}, "shape after conv3 (5, 25)"),
        ({"split": "train", "size": 60000}, "train samples 60,000"),
        ({"metric": "val/loss", "value": 0.5, "by_epoch": 3, "direction": "at_most"}, "val/loss ≤ 0.5 by epoch 3"),
        ({"figure": {"_target_": "paper_net.figures.errors"}, "value": 2}, "errors 2"),
        ({"figure": {"_target_": "paper_net.figures.errors"}, "pick": "fid", "value": 2}, "fid 2"),
    ],
)
def test_a_claim_is_said_in_words(entry, said):
    assert claim(**entry).said == said


TABLE = {
    "where": "Table 2",
    "metric": "test/accuracy",
    "columns": {"clean": None, "noisy": {"overrides": ["data.noise=1"]}},
    "rows": {
        "cnn": {"values": [0.94, [0.5, 0.6]]},
        "mlp": {"overrides": ["model=mlp"], "values": [{"value": 0.68, "std": 0.01, "n": 3}, 0.4]},
    },
}


def table(**changed):
    return {"tables": {"two": {**TABLE, **changed}}}


def test_each_cell_of_a_table_is_a_claim_with_the_overrides_of_row_and_column():
    read = {one.name: one for one in paper_yaml.claims(table())}
    assert {name: (one.value, one.overrides) for name, one in read.items()} == {
        "cnn_clean": (0.94, ()),
        "cnn_noisy": (pytest.approx(0.55), ("data.noise=1",)),
        "mlp_clean": (0.68, ("model=mlp",)),
        "mlp_noisy": (0.4, ("model=mlp", "data.noise=1")),
    }
    assert read["mlp_clean"].n == 3 and {one.where for one in read.values()} == {"Table 2"}


def test_a_column_may_be_of_another_kind_and_null_is_no_claim():
    columns = {"accuracy": {"metric": "test/accuracy"}, "size": {"parameters": None}}
    rows = {"cnn": {"values": [0.94, 5210]}, "mlp": {"overrides": ["model=mlp"], "values": [0.68, None]}}
    read = paper_yaml.claims({"tables": {"two": {"where": "Table 2", "columns": columns, "rows": rows}}})
    assert [(one.name, one.kind) for one in read] == [
        ("cnn_accuracy", "metric"),
        ("cnn_size", "parameters"),
        ("mlp_accuracy", "metric"),
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"rows": {"cnn": {"values": [0.9]}}}, "paper.tables.two: row cnn has 1 value for 2 columns"),
        ({"rows": {"cnn": {"values": [0.9, 90]}}}, "paper.tables.two.cnn_noisy: value: 90: test/accuracy is a share"),
        ({"metrc": "x"}, "paper.tables.two.cnn_clean: unknown key metrc; a claim of metric has "),
        ({"metric": "accuracy"}, "paper.tables.two.cnn_clean: metric: accuracy: expected a split and a name"),
        ({"where": None}, "paper.tables.two.cnn_clean: where does the paper say so?"),
        ({"overrides": "model=x"}, "paper.tables.two.cnn_clean: overrides: expected a list"),
        ({"columns": ["clean"]}, "paper.tables.two: columns: expected a name for each"),
        ({"rows": {"cnn": {"overrides": []}}}, "paper.tables.two: values is missing"),
    ],
)
def test_a_bad_table_is_refused_by_the_cells_name(changed, said):
    assert paper_yaml.refusal(configuration(**table(**changed))).startswith(said)


def test_a_cell_and_a_claim_of_one_name_are_refused():
    said = paper_yaml.refusal(configuration(**table(), claims={"cnn_clean": GOOD}))
    assert said == "paper.tables.two: cnn_clean is a claim already: give the row another name"


def test_every_example_in_the_head_of_the_file_can_be_meant():
    lines = (paper_yaml.CONF / "paper.yaml").read_text().partition("\ntitle:")[0].splitlines()
    head, _, tables = "\n".join(line.removeprefix("# ") for line in lines).partition("  tables:\n")
    found = [yaml.safe_load(one) for one in re.findall(r"\{(?:[^{}]|\{[^{}]*\})*\}", head)]
    examples = [one for one in found if one.keys() & kinds.KINDS.keys()]
    assert {kind for one in examples for kind in one.keys() & kinds.KINDS.keys()} == {*kinds.KINDS}
    compared = {name: {"metric": f"test/{name}", "value": 0, "where": "§1"} for name in ("cnn", "mlp")}
    named = {f"example_{i}": {**one, "where": "§1"} for i, one in enumerate(examples)}
    assert len(paper_yaml.claims({"claims": {**compared, **named}})) == 2 + len(examples)
    assert len(paper_yaml.claims({"tables": yaml.safe_load(tables)})) == 3


def test_no_claims_are_a_paper_too():
    assert paper_yaml.refusal(configuration(claims={}, settings={}, questions={})) is None
    assert paper_yaml.claims({"claims": {}, "tables": {}}) == []


def test_one_thing_claimed_twice_is_refused():
    said = paper_yaml.refusal(configuration(claims={"cnn": GOOD, "again": {**GOOD, "value": 0.95}}))
    assert said == "paper.claims.again: cnn claims the same thing already"


def test_the_same_metric_of_another_configuration_is_another_claim():
    other = {**GOOD, "overrides": ["model=linear"]}
    assert paper_yaml.refusal(configuration(claims={"cnn": GOOD, "linear": other})) is None


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ({"claimz": {}}, "paper: unknown key claimz"),
        ({"settings": {"optimizer.learning_rate": {"value": 1}}}, "paper.settings.optimizer.learning_rate: expected"),
        ({"settings": {"optimizer.learning_rate": 0.01}}, "paper.settings.optimizer.learning_rate: expected"),
        ({"questions": {"width": {"asks": "how wide?", "key": "model.width"}}}, "paper.questions.width: candidates is"),
        ({"questions": {"width": None}}, "paper.questions.width: asks is missing"),
        (
            {"questions": {"w": {"asks": "?", "key": "optimizer.learning_rate", "candidates": [1], "of": "mlp"}}},
            "paper.questions.w: mlp is no claim of a metric or figure",
        ),
        (
            {"settings": {"optimizer.learning_rate": {"value": 1, "where": "§4", "of": "mlp"}}},
            "paper.settings.optimizer.learning_rate: mlp is no claim",
        ),
    ],
)
def test_a_bad_setting_or_question_is_refused_by_name(node, words):
    assert paper_yaml.refusal(configuration(claims={}, **node)).startswith(words)


@pytest.mark.parametrize(
    ("node", "entry"),
    [
        ({"settings": {"optimizer.rate": {"value": 1, "where": "§4"}}}, "paper.settings.optimizer.rate"),
        ({"settings": {"inputs.shape": {"value": [1], "where": "§4"}}}, "paper.settings.inputs.shape"),  # of a list
        ({"questions": {"width": {"asks": "?", "key": "model.width", "candidates": [1]}}}, "paper.questions.width"),
    ],
)
def test_a_key_that_the_configuration_lacks_is_found_by_the_replication_alone(node, entry):
    # Another model may have no such key: its runs are not refused, and depart from nothing.
    cfg = configuration(claims={}, **node)
    assert paper_yaml.refusal(cfg) is None and paper_yaml.departures(cfg) == []
    assert paper_yaml.unknown_key(cfg, cfg.paper).startswith(f"{entry}: the configuration has no key")


def test_a_departure_names_key_values_and_place():
    cfg = configuration(settings={"optimizer.learning_rate": {"value": 0.1, "where": "§4, p. 6"}})
    assert paper_yaml.departures(cfg) == ["optimizer.learning_rate 0.01, the paper has 0.1 (§4, p. 6)"]
    cfg.paper.settings["optimizer.learning_rate"] = {"value": 0.1, "where": "§4", "because": "smaller batches"}
    assert paper_yaml.departures(cfg) == ["optimizer.learning_rate 0.01, the paper has 0.1 (§4): smaller batches"]


RATE = {"value": 0.1, "where": "§4"}
TOLD = ["optimizer.learning_rate 0.01, the paper has 0.1 (§4)"]
KINDS = {
    "size": {"parameters": 3},
    "samples": {"split": "train", "size": 10},
    "start": {"initial_loss": 2.3},
    "cnn": {"metric": "test/accuracy", "value": 0.9},
    "fid": {"figure": {"_target_": "paper_net.figures.fid"}, "value": 3},
}


@pytest.mark.parametrize(
    ("key", "told"),
    [("optimizer.learning_rate", {"cnn", "fid"}), ("inputs", {"start", "cnn", "fid"})],
)
def test_a_departure_is_told_to_those_claims_that_it_can_move(key, told):
    entries = {name: {**entry, "where": "§1"} for name, entry in KINDS.items()}
    cfg = configuration(claims=entries, settings={key: {"value": 0.1, "where": "§4"}})
    assert {one.name for one in paper_yaml.claims(cfg.paper) if paper_yaml.departures(cfg, one)} == told


@pytest.mark.parametrize("of", ["cnn", ["cnn", "other"]])
def test_a_setting_of_a_claim_is_told_to_no_other(of):
    claims = {"cnn": GOOD, "other": {**GOOD, "metric": "test/f1"}, "third": {**GOOD, "metric": "test/auc"}}
    cfg = configuration(claims=claims, settings={"optimizer.learning_rate": {**RATE, "of": of}})
    told = {one.name: paper_yaml.departures(cfg, one) for one in paper_yaml.claims(cfg.paper)}
    assert told == {"cnn": TOLD, "other": TOLD if "other" in of else [], "third": []}


@pytest.mark.parametrize(
    "overrides",
    [["optimizer.learning_rate=0.01"], ["optimizer=sgd"], ["+experiment=paper_protocol"], ["~optimizer.learning_rate"]],
)
def test_what_a_claim_overrides_is_no_departure(overrides):
    cfg = project.compose([] if "~" in overrides[0] else [one.lstrip("+") for one in overrides])
    key, value = ("training.batch_size", 7) if "experiment" in overrides[0] else ("optimizer.learning_rate", 7)
    with open_dict(cfg):
        cfg.paper = {"claims": {}, "settings": {key: {"value": value, "where": "§4"}}}
    one = claim(metric="test/accuracy", value=0.9, overrides=[one.lstrip("+") for one in overrides])
    assert paper_yaml.departures(cfg, one) == []
    assert paper_yaml.departures(cfg, claim(metric="test/accuracy", value=0.9, overrides=["seed=1"])) != []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], True),
        (["seed=1"], True),
        (["model=linear", "optimizer.learning_rate=0.01"], False),
        (["model=linear"], True),
    ],
)
def test_a_run_begun_as_a_claim_says_departs_from_nothing_that_the_claim_overrides(typed, told, monkeypatch):
    monkeypatch.setattr(paper_yaml.machine, "overrides", lambda: typed)
    own = {**GOOD, "overrides": ["model=linear", "optimizer.learning_rate=0.01"]}
    cfg = configuration(claims={"cnn": GOOD, "linear": own}, settings={"optimizer.learning_rate": RATE})
    assert paper_yaml.departures(cfg) == TOLD * told


def test_a_key_of_a_claims_own_configuration_is_looked_for_there():
    settings = {"model.width": {"value": 1, "where": "§4", "of": "mlp"}}
    cfg = configuration(claims={"mlp": GOOD}, settings=settings)
    assert paper_yaml.unknown_key(cfg, cfg.paper) is None
    said = paper_yaml.unknown_key(cfg, cfg.paper, ["mlp"])
    assert said == "paper.settings.model.width: the configuration has no key model.width"
    assert paper_yaml.unknown_key(cfg, cfg.paper, ["cnn"]) is None


def test_the_paper_states_which_weights_it_reports():
    settings = {"training.judged": {"value": {"best": "val/loss"}, "where": "§5"}}
    departs = dict(configuration(settings=settings)) | {"training": {"judged": "last", "schedule": None}}
    assert paper_yaml.departures(OmegaConf.create(departs)) == [
        "training.judged last, the paper has {best: val/loss} (§5)"
    ]
    assert "best" not in " ".join(paper_yaml.unasked(OmegaConf.create(departs), ["Dense"]))
    assert "best" in " ".join(paper_yaml.unasked(configuration(), ["Dense"]))


def test_a_group_is_compared_by_the_name_of_its_option():
    assert paper_yaml.choice(project.compose(["initializer=he_normal"]), "initializer") == "he_normal"


def test_a_question_without_a_reason_is_unanswered():
    question = {"asks": "how fast?", "key": "optimizer.learning_rate", "candidates": [0.1, 0.01]}
    assert paper_yaml.unanswered(configuration(questions={"rate": question})) == ["how fast? (optimizer.learning_rate)"]
    assert paper_yaml.unanswered(configuration(questions={"rate": {**question, "because": "§4"}})) == []


def test_what_papers_leave_out_is_proposed_where_the_model_has_it():
    convolutional = " ".join(paper_yaml.unasked(configuration(), ["Conv1D", "BatchNormalization"]))
    assert "padded" in convolutional and "bias" in convolutional
    dense = " ".join(paper_yaml.unasked(configuration(), ["Dense"]))
    assert "padded" not in dense and "bias" not in dense


def test_what_has_been_asked_or_stated_is_not_proposed():
    asked = {"pads": {"asks": "which padding?", "key": "model.padding", "candidates": ["same"]}}
    stated = {"training.batch_size": {"value": 25, "where": "§4"}}
    proposed = " ".join(paper_yaml.unasked(configuration(questions=asked, settings=stated), ["Conv1D"]))
    assert "padded" not in proposed and "batch" not in proposed


def test_the_schema_for_editors_is_the_one_that_refuses():
    # Made anew by: python -c "from PACKAGE.recipe.paper import schema; print(schema.as_json(), end='')"
    assert (paper_yaml.CONF / "paper.schema.json").read_text() == schema.as_json()
    named = (paper_yaml.CONF / "paper.yaml").read_text().splitlines()[0].partition("$schema=")[2]
    assert named == "paper.schema.json"
