"""What a climb says and leaves, without climbing."""

import io
import json

import pytest
from paper_net.recipe.checks import crash, verdicts
from paper_net.recipe.checks.check import CONSEQUENCE, CONTRACT, INDICATOR, Check, Limit
from paper_net.recipe.climb import climb
from paper_net.recipe.climb.terminal import Terminal, said
from paper_net.recipe.keep import changes, record
from rich.console import Console

CAUSE = {"softmax-twice": "it stops at ln(1 + 9/e)"}


def row(name, kind=CONTRACT, limit=None):
    return Check(name, kind, lambda measured: measured, limit, tuple(CAUSE))


PLATEAU = row("plateau", CONSEQUENCE, Limit(None, "nats", healthy=0.21, broken=0.31))
FAILED = PLATEAU(verdicts.Finding("fail", 1.4612, "< 0.23", CAUSE, limit=0.23))
PASSED = row("finite")(verdicts.passes("20 figures"))


def test_a_rung_is_as_bad_as_its_worst_check():
    skipped = verdicts.skips("no model of sequences")
    warned = verdicts.warns(20.0, "< 10", {"inputs-not-scaled": "a feature reaches 20"})
    assert verdicts.Rung("look", [skipped]).status == "skip"
    assert verdicts.Rung("look", [skipped, PASSED]).status == "pass"
    assert verdicts.Rung("look", [PASSED, warned]).status == "warn"
    assert verdicts.Rung("look", [FAILED, warned]).status == "fail"


@pytest.mark.parametrize(
    ("worse", "healthy", "broken"),
    [("above", 0.4, 0.3), ("above", 0.6, None), ("below", 0.4, None), ("below", None, 0.6)],
)
def test_a_limit_lies_between_healthy_and_broken_programs(worse, healthy, broken):
    with pytest.raises(ValueError, match="does not lie between"):
        Limit(0.5, "nats", worse, healthy, broken)


@pytest.mark.parametrize(("worse", "healthy", "suspect"), [("above", 0.5, 0.6), ("below", 0.5, 0.4)])
def test_a_limit_tells_healthy_numbers_from_suspect_ones(worse, healthy, suspect):
    limit = Limit(0.5, "nats", worse)
    assert [limit.holds(number) for number in (healthy, suspect, float("nan"))] == [True, False, False]


def test_the_json_follows_its_schema():
    rungs = [verdicts.Rung("look", [PASSED]), verdicts.Rung("ten", [FAILED], 3.123, ["seed 0 → 1"])]
    content = json.loads(json.dumps(verdicts.as_json(rungs)))
    assert {key: content[key] for key in ("schema", "status", "failed_at")} == {
        "schema": 2,
        "status": "fail",
        "failed_at": "ten",
    }
    assert content["rungs"][1] == {
        "rung": "ten",
        "status": "fail",
        "seconds": 3.12,
        "asked_of": "",
        "since_last_pass": ["seed 0 → 1"],
        "checks": [
            {
                "check": "plateau",
                "kind": "consequence",
                "status": "fail",
                "measured": 1.4612,
                "limit": 0.23,
                "worse": "above",
                "unit": "nats",
                "margin": {"healthy": 0.21, "broken": 0.31},
                "expected": "< 0.23",
                "causes": [
                    {
                        "cause": "softmax-twice",
                        "because": "it stops at ln(1 + 9/e)",
                        "look_at": "model.py: activation of the last layer; conf/loss: from_logits",
                    }
                ],
                "reason": "",
            }
        ],
    }


def test_no_figure_breaks_the_json():
    finding = row("finite")(verdicts.fails(float("nan"), "a number", {}))
    text = json.dumps(verdicts.as_json([verdicts.Rung("all", [finding])]), allow_nan=False)
    assert '"nan"' in text


def test_the_terminal_needs_no_colour_and_80_columns():
    terminal = Terminal()
    terminal.console = Console(file=io.StringIO(), width=80, highlight=False)
    long = PLATEAU(verdicts.fails(1.4612, "words " * 30, CAUSE, "[not] markup"))
    terminal.rung("ten")
    terminal.finding(long)
    terminal.finding(PASSED)
    lines = terminal.console.file.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("  FAIL  plateau") for line in lines)
    assert any(line.startswith("  PASS  finite") for line in lines)
    assert any("softmax-twice: it stops at ln(1 + 9/e)" in line for line in lines)
    assert "[not] markup" in said(long)


STATE = {
    "code": {"losses.py": "a = 1\nb = 2\n"},
    "config": {"seed": 0, "loss.function.from_logits": False},
    "packages": {"keras": "3.15.0"},
    "data": "1",
}


def climbed(folder, status, state):
    folder.mkdir(parents=True)
    (folder / "record.json").write_text(json.dumps(state))
    (folder / "verdicts.json").write_text(json.dumps({"rungs": [{"rung": "ten", "status": status}]}))


@pytest.fixture
def outputs(tmp_path, monkeypatch):
    monkeypatch.setattr(record, "PACKAGE", tmp_path / "paper_net")
    return tmp_path / "outputs/day"


def test_what_has_changed_since_a_rung_last_passed_is_named(outputs):
    climbed(outputs / "1", "pass", STATE)
    climbed(outputs / "2", "fail", {**STATE, "config": {}})
    now = {
        "code": {"losses.py": "a = 1\nb = 3\n"},
        "config": {"seed": 0, "loss.function.from_logits": True},
        "packages": {"keras": "3.15.1"},
        "data": "2",
    }
    assert changes.since_last_pass("ten", now, outputs / "3") == [
        "losses.py:2 - b = 2",
        "losses.py:2 + b = 3",
        "loss.function.from_logits false → true",
        'keras "3.15.0" → "3.15.1"',
        "the data: its digest is another one",
    ]


def test_nothing_changed_is_nothing_said(outputs):
    climbed(outputs / "1", "warn", STATE)
    assert changes.since_last_pass("ten", STATE, outputs / "2") == []


def test_a_rung_that_never_passed_has_no_changes(outputs):
    climbed(outputs / "1", "fail", {**STATE, "data": "0"})
    assert changes.since_last_pass("ten", STATE, outputs / "2") == []


@pytest.mark.parametrize(
    ("message", "cause"),
    [
        ("Arguments `target` and `output` must have the same shape.", "label-encoding-mismatch"),
        (
            "Received a label value of 10 which is outside the valid range of [0, 10).",
            "fewer-units-than-classes",
        ),
        ("indices[3,1] = 50 is not in [0, 50)", "token-outside-vocabulary"),
        ("Incompatible shapes: [32,10] vs. [32,5]", "feature-map-not-flattened"),
        ("No gradients provided for any variable.", "gradient-blocked"),
    ],
)
def test_a_librarys_message_is_translated(message, cause):
    finding = crash.finding_of(ValueError(message))
    assert finding.status == "fail"
    assert list(finding.causes) == [cause]


def test_a_crash_of_another_kind_names_no_cause():
    finding = crash.finding_of(KeyError("image"))
    assert finding.status == "fail" and finding.causes == {}
    assert "KeyError" in finding.measured


def test_a_later_fail_names_first_what_could_explain_it_and_was_remarked_on_before():
    def warned(name, kind, cause):
        finding = verdicts.warns(1, "0", {cause: "seen"})
        finding.check = Check(name, kind, None)
        return finding

    before = [
        verdicts.Rung("look", [warned("scaled", INDICATOR, "inputs-not-scaled")]),
        verdicts.Rung("look", [warned("class-balance", INDICATOR, "classes-imbalanced")]),  # keeps none from learning
        verdicts.Rung("ten", [warned("learnt", CONSEQUENCE, "dead-units")]),  # a consequence itself
    ]
    assert climb.remarked(before) == {"inputs-not-scaled": "seen (remarked on by look: scaled)"}
