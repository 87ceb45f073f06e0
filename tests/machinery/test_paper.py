"""conf/paper.yaml: what is read from it, and what is refused, with the entry's name."""

import pytest
from omegaconf import OmegaConf
from paper_net.recipe.paper import paper_yaml, schema

GOOD = {"metric": "test/accuracy", "value": 0.94, "where": "Table 1"}


def configuration(**node):
    own = {"optimizer": {"learning_rate": 0.01}, "training": {"schedule": None, "batch_size": 25}, "inputs": [1]}
    return OmegaConf.create({**own, "paper": node})


def refused(**entry):
    return paper_yaml.refusal(configuration(claims={"cnn": entry}))


def test_the_projects_own_paper_is_accepted():
    cfg = paper_yaml.compose([])
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
        (
            {"parameters": 3},
            "expected one of parameters, shape, initial_loss, metric, greater; it has parameters, metric",
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
        ({"where": "§3"}, "it has none"),
    ],
)
def test_a_bad_claim_of_another_kind_is_refused_by_name(entry, words):
    said = paper_yaml.refusal(configuration(claims={"cnn": GOOD, "bad": entry}))
    assert said.startswith("paper.claims.bad: ") and words in said


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
            "paper.questions.w: mlp is no claim of a metric",
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


def test_a_group_is_compared_by_the_name_of_its_option():
    assert paper_yaml.choice(paper_yaml.compose(["initializer=he_normal"]), "initializer") == "he_normal"


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
