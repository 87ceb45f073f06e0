"""What conf/paper.yaml says of the network before training, as the rungs hold it against the program."""

from types import SimpleNamespace

import pytest
from omegaconf import open_dict
from paper_net.recipe.checks import as_claimed, forward, loss, whole
from paper_net.recipe.climb import climb  # noqa: F401
from paper_net.recipe.keep import project, record
from paper_net.recipe.keep.project import PACKAGE
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.paper import paper_yaml  # noqa: F401
from paper_net.recipe.run.program import Program


def program(tmp_path, *overrides, **claims):
    cfg = project.compose(["tracker=[]", *overrides], "recipe")
    with open_dict(cfg):
        cfg.paper = {"claims": claims}
    return Program(cfg, tmp_path)


def on_forward(tmp_path, *overrides, **claims):
    return as_claimed.as_the_paper_says(forward.Measured(program(tmp_path, *overrides, **claims), "forward"))


def on_loss(tmp_path, **claims):
    return as_claimed.starts_as_the_paper_says(loss.Measured(program(tmp_path, **claims), "loss"))


@pytest.mark.parametrize(
    ("claim", "status", "cause"),
    [
        ({"parameters": 5210}, "pass", []),
        ({"parameters": 5211}, "fail", ["wrong-parameter-count"]),
        ({"parameters": 5211, "tolerance": 1}, "pass", []),
        # As if conv2, of 25 · (3 · 25 + 1), were to share its weights with another one.
        ({"parameters": 3310}, "fail", ["wrong-parameter-count", "weights-not-shared"]),
        ({"layer": "conv3", "shape": [5, 25]}, "pass", []),
        ({"layer": "conv3", "shape": [25, 5]}, "fail", ["axes-swapped"]),
        ({"layer": "conv3", "shape": [5, 24]}, "warn", []),
        ({"layer": "conv9", "shape": [5, 25]}, "warn", []),
    ],
)
def test_size_and_shapes_are_held_against_the_network(tmp_path, claim, status, cause):
    finding = on_forward(tmp_path, cnn={**claim, "where": "Table 1"})
    assert finding.status == status and list(finding.causes) == cause
    assert status == "pass" or finding.reason == "paper.claims.cnn"


def test_a_number_that_is_none_among_the_examples_makes_no_other_configuration(tmp_path):
    written = "+data.examples=[{gives:[nan,1.0]}]"
    claim = {"parameters": 5210, "where": "Table 1", "overrides": [written]}
    assert on_forward(tmp_path, written, cnn=claim).status == "pass"  # a skip where the claim were about another one
    gaps = program(tmp_path, written)
    read_again = gaps.changed(("data.examples", [{"gives": [float("nan"), 1.0]}]))
    assert paper_yaml.same(gaps.cfg.data, read_again.data) and record.of_the_run(gaps.cfg) == record.of_the_run(
        read_again
    )
    assert not paper_yaml.same(gaps.cfg.data, gaps.changed(("data.examples", [{"gives": [0.0, 1.0]}])).data)


def test_a_claim_about_another_configuration_is_not(tmp_path):
    assert on_forward(tmp_path, "model=linear", cnn={"parameters": 5210, "where": "Table 1"}).status == "skip"
    other = {"parameters": 410, "where": "Table 1", "overrides": ["model=linear"]}  # (40 + 1) · 10
    assert on_forward(tmp_path, "model=linear", linear=other).status == "pass"
    assert on_forward(tmp_path, linear=other).status == "skip"


@pytest.mark.parametrize(("claimed_loss", "status"), [(2.31, "pass"), (1.5, "warn")])
def test_the_loss_before_training_is_held_against_a_few_seeds(tmp_path, claimed_loss, status):
    assert on_loss(tmp_path, start={"initial_loss": claimed_loss, "where": "Figure 2"}).status == status


def test_a_claim_of_the_worked_example_says_that_it_is(tmp_path):
    named = {"overrides": ["data.load._target_=paper_net.worked_example.data.load_shuffled"]}
    shuffled = {"metric": "test/accuracy", "value": 0.56, "where": "Table 1", **named}
    finding = on_forward(tmp_path, cnn={"parameters": 5211, "where": "Table 1"}, shuffled=shuffled)
    assert finding.status == "warn"
    assert finding.reason.startswith("paper.claims.cnn; conf/paper.yaml still is the worked example's: put there")


@pytest.mark.parametrize(
    ("reached", "over", "status", "cause"),
    [
        (0.95, True, "pass", ""),
        (0.96, True, "pass", ""),
        (0.99, False, "warn", "too-good-to-be-true"),
        (0.92, True, "pass", ""),
        (0.9, True, "warn", "method-differs"),
        (0.8, True, "fail", "method-differs"),
        (0.8, False, "pass", ""),
    ],
)
def test_a_training_that_ends_far_from_what_is_claimed_fails(tmp_path, reached, over, status, cause):
    claim = {"metric": "test/accuracy", "value": 0.94, "tolerance": 0.01, "where": "Table 1"}
    history, tested = [{"train/accuracy": 1.0}], {"test/accuracy": reached}
    examined = SimpleNamespace(
        program=program(tmp_path, cnn=claim), given=SimpleNamespace(history=history), tested=tested, over=over
    )
    finding = as_claimed.claimed_figures(examined)
    assert finding.status == status and list(finding.causes)[:1] == [cause] * bool(cause)


def test_a_claim_is_held_against_the_program_with_one_thing_changed_to_try_a_cause(tmp_path):
    asked = program(tmp_path, result={"metric": "val/accuracy", "value": 0.9, "direction": "at_least", "where": "ours"})
    changed = asked.changed(("training.schedule", None), ("optimizer.learning_rate", 0.5))

    def found(cfg, claimed=None):
        given = SimpleNamespace(history=[{"val/accuracy": 0.5}])
        tried = SimpleNamespace(program=Program(cfg, tmp_path, claimed), given=given, tested={}, over=True)
        return as_claimed.claimed_figures(tried).status

    assert found(changed) == "skip"  # a program of its own, of which nothing is claimed
    assert found(changed, asked.cfg) == "fail"


def test_what_falls_short_of_a_claim_says_where_the_program_departs_and_what_nobody_has_settled(tmp_path):
    claim = {"metric": "val/accuracy", "value": 0.9, "direction": "at_least", "where": "ours"}
    examined = SimpleNamespace(
        program=program(tmp_path, result=claim),
        given=SimpleNamespace(history=[{"val/accuracy": 0.5}]),
        tested={},
        over=True,
    )
    rate = examined.program.cfg.optimizer.learning_rate
    with open_dict(examined.program.cfg.paper) as paper:
        paper.settings = {"optimizer.learning_rate": {"value": 10 * rate, "where": "Section 4"}}
        paper.questions = {"width": {"asks": "how wide?", "key": "model.filters", "candidates": [8]}}
    finding = as_claimed.claimed_figures(examined)
    assert (finding.status, finding.measured, finding.expected) == ("fail", 0.5, "≥ 0.9")
    assert finding.causes["method-differs"] == (
        "val/accuracy is 0.5, claimed is ≥ 0.9 ± 0.01 (ours); it departs from the paper: "
        f"optimizer.learning_rate {rate}, the paper has {10 * rate} (Section 4); "
        "still open: how wide? (model.filters); nothing is worked by hand in: conf/data, conf/model"
    )


@pytest.mark.parametrize(
    ("claim", "found", "status"),
    [
        ({"value": 0, "tolerance": 1e-4}, 1e-5, "pass"),
        ({"value": 0, "tolerance": 1e-4}, -0.1, "fail"),
        ({"value": 1, "tolerance": 0.01, "direction": "at_least"}, 3, "pass"),
        ({"value": 1, "tolerance": 0.01, "direction": "at_least"}, 0.9, "fail"),
        ({"value": 0, "tolerance": 0.001, "direction": "at_most"}, -3, "pass"),
        ({"value": 0, "tolerance": 0.001, "direction": "at_most"}, float("nan"), "fail"),
    ],
)
def test_what_holds_of_any_weights_fails_a_climb_where_it_does_not(tmp_path, monkeypatch, claim, found, status):
    fact = {"figure": {"_target_": "figures.inverse"}, "always": True, "where": "equation 8", **claim}
    monkeypatch.setattr(as_claimed, "own_figure", lambda claim, folder: found)
    examined = SimpleNamespace(program=program(tmp_path, inverse=fact), run_dir=tmp_path)
    finding = as_claimed.always_as_the_paper_says(examined)
    assert finding.status == status and list(finding.causes) == ["method-differs"] * (status == "fail")
    examined.program = program(tmp_path, inverse={**fact, "overrides": ["model=linear"]})  # about another one
    assert as_claimed.always_as_the_paper_says(examined).status == "skip"


@pytest.mark.parametrize(
    ("claim", "found", "over", "status"),
    [
        ({"value": 0.5, "tolerance": 0.1}, 0.75, True, "pass"),
        ({"value": 0.5, "tolerance": 0.1}, 0.85, True, "warn"),
        ({"value": 0.5, "tolerance": 0.1}, 0.1, True, "warn"),
        ({"value": 0.5, "tolerance": 0.1}, 0.1, False, "pass"),
        ({"value": 0.5, "tolerance": 0.1, "direction": "at_least"}, 0.9, True, "pass"),
        ({"value": 0.5, "tolerance": 0.1}, -0.6, True, "fail"),
        ({"value": 0.5, "tolerance": 0.1, "direction": "at_least"}, 0.25, True, "pass"),
        ({"value": 0.5, "tolerance": 0.1, "direction": "at_least"}, 0.1, True, "fail"),  # a bound is one's own
    ],
)
def test_an_own_figure_is_held_against_a_training_that_is_over(tmp_path, monkeypatch, claim, found, over, status):
    distance = {"figure": {"_target_": "figures.distance"}, "where": "Table 2", **claim}
    monkeypatch.setattr(as_claimed, "own_figure", lambda claim, folder: found)
    examined = SimpleNamespace(
        program=program(tmp_path, distance=distance),
        given=SimpleNamespace(history=[{}]),
        tested={},
        over=over,
        run_dir=tmp_path,
    )
    finding = as_claimed.claimed_figures(examined)
    assert finding.status == status
    assert list(finding.causes) == ["method-differs", "worse-than-claimed"] * (status != "pass")
    examined.program = program(tmp_path, "training.epochs=1", distance=distance)  # none of the paper's length
    assert as_claimed.claimed_figures(examined).status == "pass"


def test_a_figure_that_asks_for_more_than_a_climb_leaves_is_not_held_against_it(tmp_path, monkeypatch):
    def breaks(claim, folder):
        raise FileNotFoundError("predictions.npy")

    monkeypatch.setattr(as_claimed, "own_figure", breaks)
    distance = {"figure": {"_target_": "figures.distance"}, "value": 0.5, "where": "Table 2"}
    examined = SimpleNamespace(
        program=program(tmp_path, distance=distance),
        given=SimpleNamespace(history=[{}]),
        tested={},
        over=True,
        run_dir=tmp_path,
    )
    assert as_claimed.claimed_figures(examined).status == "skip"


FIGURES = """
from .recipe import load_run

def parameters(folder):
    return load_run(folder).model.count_params()
"""


def test_the_climbs_training_is_a_run_that_a_figure_can_load(tmp_path):
    file = PACKAGE / "figures_of_a_test.py"
    fact = {"figure": {"_target_": "paper_net.figures_of_a_test.parameters"}, "value": 5210, "always": True}
    small = ["training.epochs=1", "training.max_steps=10"]
    try:
        file.write_text(FIGURES)
        examined = whole.Measured(program(tmp_path, *small, size={**fact, "where": "Table 1"}), "all")
        assert as_claimed.always_as_the_paper_says(examined).status == "pass"
    finally:
        file.unlink()


@pytest.mark.parametrize(("longer", "short"), [(0.93, True), (0.64, False)])
def test_a_training_that_four_times_the_steps_bring_to_what_is_claimed_may_be_too_short(tmp_path, longer, short):
    claim = {"metric": "test/accuracy", "value": 0.94, "tolerance": 0.01, "where": "Table 1"}
    given, more = (SimpleNamespace(history=[{"val/accuracy": reached}]) for reached in (0.62, longer))
    examined = SimpleNamespace(
        program=program(tmp_path, cnn=claim), given=given, longer=more, tested={"test/accuracy": 0.63}, over=True
    )
    finding = as_claimed.claimed_figures(examined)
    assert finding.status == "fail" and ("too-few-epochs" in finding.causes) is short
    assert next(iter(finding.causes)) == "method-differs"  # which four times the steps may make up for, too


GOOD, SHORT = ["too-good-to-be-true"], ["method-differs"]


@pytest.mark.parametrize(
    ("value", "reached", "status", "first"),
    [
        (0.9, 0.89, "pass", []),  # on both sides, where nobody knows what is better
        (0.9, 0.5, "fail", SHORT),
        (0.9, 1.5, "fail", SHORT),
        ([0.8, 0.9], 0.904, "pass", []),  # beyond an end by less than a twentieth of the range
        ([0.8, 0.9], 0.79, "fail", SHORT),
        ([0.8, 0.9], 0.91, "fail", GOOD),
        ([0.9, 0.8], 0.91, "fail", SHORT),  # the better end last
        ([0.9, 0.8], 0.79, "fail", GOOD),
    ],
)
def test_a_figure_lies_in_the_range_that_was_said(tmp_path, value, reached, status, first):
    claim = {"metric": "val/coverage", "value": value, "where": "Table 1"}
    examined = SimpleNamespace(
        program=program(tmp_path, result=claim),
        given=SimpleNamespace(history=[{"val/coverage": reached}]),
        tested={},
        over=True,
    )
    finding = as_claimed.claimed_figures(examined)
    assert (finding.status, [*finding.causes][:1]) == (status, first)


def test_what_is_only_compared_is_held_against_no_figure(tmp_path):
    claims = {
        "cnn": {"metric": "test/accuracy", "where": "Table 1"},
        "mlp": {"metric": "test/accuracy", "where": "Table 1", "overrides": ["model=linear"]},
        "better": {"greater": ["cnn", "mlp"], "where": "Table 1"},
    }
    examined = SimpleNamespace(program=program(tmp_path, **claims), over=True)
    assert as_claimed.claimed_figures(examined).status == "skip"


@pytest.mark.parametrize(("reached", "left", "status"), [(1.0, 0.6, "pass"), (0.9, 0.6, "warn"), (0.9, 0.3, "pass")])
def test_a_training_whose_accuracy_is_perfect_or_that_learns_well_is_long_enough(reached, left, status, monkeypatch):
    """Its loss goes on to fall, as the squared error of a network that groks."""

    def losses(*falling):
        return SimpleNamespace(
            losses=lambda split: list(falling), history=[{"val/loss": falling[-1], "val/accuracy": reached}]
        )

    monkeypatch.setattr(whole.hindering, "settings", lambda m: {})
    examined = SimpleNamespace(
        over=True,
        constant=1.0,
        scale=1.0,
        given=losses(0.9, 0.8, 0.7, 0.6),
        longer=losses(0.01),
        judged={"train": left},
        program=SimpleNamespace(plan=SimpleNamespace(steps=500)),
        updates=SimpleNamespace(largest=0.01),
    )
    finding = whole.long_enough(examined)
    assert finding.status == status
    assert ("val/loss at 0.6, four times as many at 0.01" in str(finding.causes)) is (status == "warn")


def test_questions_are_a_reminder_and_never_a_failure(tmp_path):
    own = program(tmp_path)
    with open_dict(own.cfg):
        own.cfg.paper.questions = {"rate": {"asks": "how fast?", "key": "optimizer.learning_rate", "candidates": [1]}}
    finding = as_claimed.open_questions(forward.Measured(own, "forward"))
    assert finding.status == "pass" and "unanswered: how fast?" in finding.reason
    assert "nobody has asked: how are the convolutions padded?" in finding.reason
