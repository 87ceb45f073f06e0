"""What a climb says and leaves, without climbing."""

import io
import json
import types
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from omegaconf import OmegaConf
from paper_net.recipe.checks import crash, verdicts
from paper_net.recipe.checks.as_claimed import REACHED
from paper_net.recipe.checks.check import CONSEQUENCE, CONTRACT, INDICATOR, Check, Limit
from paper_net.recipe.climb import climb, duration, weighing
from paper_net.recipe.climb.terminal import Terminal
from paper_net.recipe.keep import changes, printing, project, record
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.measure import density
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
                        "tried": "",
                        "outcome": "",
                        "because": "it stops at ln(1 + 9/e)",
                        "look_at": "model.py: activation of the last layer; conf/loss: from_logits",
                    }
                ],
                "tries": "",
                "reason": "",
            }
        ],
    }


def test_no_figure_breaks_the_json():
    finding = row("finite")(verdicts.fails(float("nan"), "a number", {}))
    text = json.dumps(verdicts.as_json([verdicts.Rung("all", [finding])]), allow_nan=False)
    assert '"nan"' in text


def shown(rung, width=80, verbose=False):
    """The lines that the terminal shows of a rung."""
    terminal = Terminal(verbose)
    terminal.console = Console(file=io.StringIO(), width=width, highlight=False)
    terminal.end_of(rung)
    return terminal.console.file.getvalue().splitlines()


SKIPPED = row("mask")(verdicts.skips("no sequences"))


@pytest.mark.parametrize("width", [80, 40])
def test_the_terminal_needs_no_colour_and_few_columns(width):
    long = PLATEAU(verdicts.fails(1.4612, "words " * 30, CAUSE, "[not] markup"))
    lines = shown(verdicts.Rung("ten", [PASSED, long]), width, verbose=True)
    assert max(map(len, lines)) <= width
    assert "  PASS  finite" in "\n".join(lines) and "  FAIL  plateau" in "\n".join(lines)
    assert "[not] markup" in "\n".join(lines)


def test_a_rung_that_passes_is_one_line_unless_more_is_asked_for():
    rung = verdicts.Rung("ten", [PASSED, PASSED, SKIPPED], 1.23)
    assert shown(rung) == ["ten      PASS  2 checks  1 skipped  1.2 s"]
    _, *checks = shown(rung, verbose=True)
    assert [line.split()[:2] for line in checks] == [["PASS", "finite"], ["PASS", "finite"], ["SKIP", "mask"]]


@pytest.mark.parametrize("expected", [REACHED, "not far exceeded by a part of it"])
def test_the_last_lines_say_which_claim_is_not_decided(expected, tmp_path):
    terminal = Terminal()
    terminal.console = Console(file=io.StringIO(), width=80, highlight=False)
    claimed = Check("claimed-figures", CONSEQUENCE, lambda measured: measured, to_the_end=True)
    asked = "after 500 of 2,800 steps, which take about 17 s: recipe.steps=2800 asks it of all"
    finding = claimed(verdicts.passes("test/accuracy 0.94", expected, asked))
    terminal.end([verdicts.Rung("all", [PASSED, finding], 20.0)], "pass", tmp_path, [])
    lines = terminal.console.file.getvalue().splitlines()
    assert lines[0] == "PASS after 20 s" and max(map(len, lines[:-1])) <= 80
    assert " ".join(lines[1:-1]) == ("" if expected == REACHED else f"not decided: claimed-figures, {asked}")


def tried(outcome="proved", came="it passes (0.004), under 3 seeds"):
    """A rung of a failing check with two causes, the first of which was tried."""
    change, causes = "loss.function.from_logits=false", {**CAUSE, "dead-units": "60% answer 0"}
    if came:
        causes |= {"softmax-twice": f"with {change} {came}; {CAUSE['softmax-twice']}"}
    finding = PLATEAU(verdicts.Finding("fail", 1.4612, "< 0.23", causes, "12% of the way"))
    finding.outcomes, finding.tries = (
        {"softmax-twice": verdicts.Outcome(change, outcome, came)},
        "tried 3 changes in 6 s",
    )
    return verdicts.Rung("ten", [PASSED, finding], 3.1, ["model.py:41 + a", "seed 0 → 1", "python 1 → 2"], touching=1)


def test_a_fail_says_what_is_wrong_then_the_evidence_the_place_the_mend_and_what_has_changed():
    assert shown(tried()) == [
        "ten      FAIL  2 checks  3.1 s",
        "",
        "  FAIL  plateau, proved: The last layer takes a softmax, and the loss, told to",
        "        expect logits, takes another one of it.",
        "    measured  1.461; 12% of the way",
        "    expected  < 0.23",
        "    because   it stops at ln(1 + 9/e)",
        "    look at   model.py: activation of the last layer; conf/loss: from_logits",
        "    try       loss.function.from_logits=false: it passes (0.004), under 3 seeds",
        "    tried     3 changes in 6 s",
        "    or        dead-units: 60% answer 0",
        "    changed   since it last passed",
        "              model.py:41 + a",
        "              and 2 other changes, in verdicts.json",
        "    explain   python -m paper_net.recipe.explain softmax-twice",
        "",
    ]


def test_what_two_causes_rest_on_is_said_once_though_the_first_was_tried():
    rung = tried()
    rung.checks[1].causes["dead-units"] = CAUSE["softmax-twice"]
    assert "    or        dead-units" in shown(rung)


def test_what_no_try_has_mended_is_not_advised():
    lines = shown(tried("no help", ""))
    assert any(line.startswith("  FAIL  plateau, perhaps: The last layer takes a softmax") for line in lines)
    assert not any(line.startswith("    try ") for line in lines)
    assert "    tried     3 changes in 6 s: none makes it pass" in lines


def test_of_many_changes_those_come_first_that_lie_where_the_causes_do():
    many = ["data.py:1 + x", *(f"optimizer.{i} 0 → 1" for i in range(100)), "loss.floor 0 → 1", "model.py:3 - y"]
    found, touching = changes.by_place(many, verdicts.places(FAILED))
    assert (found[:3], touching) == (["loss.floor 0 → 1", "model.py:3 - y", "data.py:1 + x"], 2)


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
        "data: its digest is another one",
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
    assert weighing.remarked(before) == {"inputs-not-scaled": "seen (remarked on by look: scaled)"}


def test_of_what_was_remarked_on_the_surest_comes_first():
    def warned(name, kind, causes, unproved=False):
        finding = verdicts.warns(1, "0", dict.fromkeys(causes.split(), f"by {name}"))
        finding.check, finding.unproved = Check(name, kind, None), unproved
        return finding

    start = warned("initial-loss", INDICATOR, "inputs-not-scaled initialization-too-large")
    few = warned("learnt", CONSEQUENCE, "method-differs schedule-reaches-zero", unproved=True)
    schedule = warned("schedule", INDICATOR, "schedule-reaches-zero")
    found = weighing.remarked(
        [verdicts.Rung(name, [one]) for name, one in zip("abc", (start, few, schedule), strict=True)]
    )
    assert [*found] == ["schedule-reaches-zero", *start.causes, "method-differs"]
    assert found["schedule-reaches-zero"] == "by schedule (remarked on by c: schedule)"


def test_of_a_missed_claim_only_what_names_one_cause_comes_before_what_the_claim_says():
    def warned(name, causes, unproved=False):
        finding = verdicts.warns(1, "0", dict.fromkeys(causes.split(), "seen"))
        finding.check, finding.unproved = Check(name, CONSEQUENCE if unproved else INDICATOR, None), unproved
        return finding

    before = warned("reads", "gradient-blocked feature-map-shrunk-away"), warned("schedule", "schedule-reaches-zero")
    climbed = [verdicts.Rung("all", [*before, warned("learnt", "capacity-too-small", unproved=True)])]
    said = {"method-differs": "0.5, claimed is 0.9"}
    claimed = Check("claimed-figures", CONSEQUENCE, None, causes=("method-differs",), to_the_end=True)
    finding = verdicts.Finding("fail", 0.5, "≥ 0.9", said, check=claimed)
    order = ["schedule-reaches-zero", "method-differs", "gradient-blocked", "feature-map-shrunk-away"]
    assert [*weighing.with_remarks(finding, climbed)] == [*order, "capacity-too-small"]


@pytest.mark.parametrize("over", [True, False])
def test_a_remark_of_the_same_rung_is_evidence_too_and_what_is_claimed_is_tried_of_the_whole(monkeypatch, over):
    def slows(measured):
        return verdicts.warns(0.001, "≥ 0.01", {"schedule-reaches-zero": "nothing is left at half time"})

    def falls_short(measured):
        return verdicts.fails(0.5, "≥ 0.9", {"method-differs": "it is 0.5"})

    claimed = Check("claimed-figures", CONSEQUENCE, falls_short, causes=("method-differs",), to_the_end=True)
    asked = SimpleNamespace(CHECKS=[Check("schedule", INDICATOR, slows), claimed])
    monkeypatch.setattr(climb, "module_of", lambda name: asked)
    part, whole, tried = Trained(1.0, over=over), Trained(4.0, over=True), []
    monkeypatch.setattr(climb, "asked_again", lambda name: Trained)
    monkeypatch.setattr(climb.trying, "tried", lambda *asked: tried.append(asked))
    part.program.cfg, part.program.asked_of = OmegaConf.create({"recipe": {"checks": {}, "tries": 20}}), ""
    quiet = SimpleNamespace(trying=lambda words: None)
    rung = climb.examine("all", part.program, lambda: part, quiet, [], lambda: part if over else whole)
    assert rung.status == "fail" and [*rung.checks[-1].causes] == ["schedule-reaches-zero", "method-differs"]
    (asked,) = tried
    assert asked[3] is (part if over else whole).program and asked[-1] == (1.0 if over else 4.0)


@pytest.mark.parametrize(("said", "status"), [(REACHED, "warn"), ("not far exceeded by a part of it", "fail")])
def test_a_broken_contract_of_an_early_rung_is_held_against_the_whole_training(monkeypatch, said, status):
    def breaks(measured):
        return verdicts.fails(0.5, "0", {"samples-mixed-across-batch": "another sample moves it"})

    asked = SimpleNamespace(
        CHECKS=[Check("samples-apart", CONTRACT, breaks), Check("later", CONTRACT, lambda m: PASSED)]
    )
    monkeypatch.setattr(climb, "module_of", lambda name: asked)
    monkeypatch.setattr(climb, "affordable", lambda program, whole, doing: whole())
    monkeypatch.setattr(climb.as_claimed, "claimed_figures", lambda m: verdicts.passes("val/accuracy ≥ 0.9", said))
    program = SimpleNamespace(cfg=OmegaConf.create({"recipe": {"checks": {}, "tries": 0}}), asked_of="")
    quiet = SimpleNamespace(trying=lambda words: None)
    rung = climb.examine("forward", program, lambda: "measured", quiet, [], lambda: "trained")
    assert [finding.status for finding in rung.checks] == [status, "pass"][: 1 + (status == "warn")]


def rungs(*remarks, ten="pass"):
    """A climb with these remarks, whose trainings end well, or not."""
    learnt = row("learnt", CONSEQUENCE)(verdicts.Finding(ten, 0.1, "0.2"))
    falls = row("loss-falls", CONSEQUENCE)(verdicts.passes(0.1))
    noted = [row("units-alive", kind)(verdicts.warns(0.6, "0.5", causes)) for kind, causes in remarks]
    return [verdicts.Rung("loss", noted), verdicts.Rung("ten", [learnt]), verdicts.Rung("all", [falls])]


DEAD = {"dead-units": "60% of the units are 0"}


def test_what_learning_refutes_is_remembered_and_no_longer_a_warning():
    climbed = rungs((INDICATOR, DEAD))
    assert weighing.clear(climbed, 0) == ["loss/units-alive"]
    finding = climbed[0].checks[0]
    assert (finding.status, finding.causes) == ("pass", DEAD) and "remark" in finding.reason
    assert verdicts.as_json(climbed)["status"] == "pass"


@pytest.mark.parametrize(
    "climbed",
    [
        rungs((CONTRACT, {"axes-swapped": "3 channels"})),  # what is wrong may be learnt all the same
        rungs(
            (INDICATOR, {**DEAD, "inputs-not-scaled": "they reach 255"})
        ),  # what learns may do so by another cause's leave
        rungs((INDICATOR, DEAD))[:2],  # the whole data has not been tried
    ],
)
def test_what_learning_does_not_refute_stays_a_warning(climbed):
    assert weighing.clear(climbed, 0) == [] and verdicts.as_json(climbed)["status"] == "warn"


def test_what_few_samples_were_on_the_way_to_is_decided_by_the_whole_data():
    climbed = rungs((INDICATOR, DEAD), ten="warn")
    assert weighing.clear(climbed[:2], 0) == []
    assert weighing.clear(climbed, 0) == ["ten/learnt"]  # ten were not told apart: that refutes nothing
    assert [rung.checks[0].status for rung in climbed] == ["warn", "pass", "pass"]


@pytest.mark.parametrize(("said", "cleared"), [(REACHED, ["loss/initial-loss"]), ("not far exceeded", [])])
def test_what_slows_learning_alone_is_refuted_where_the_claimed_figure_is_reached(said, cleared):
    climbed = rungs()
    remark = Check("initial-loss", INDICATOR, lambda measured: measured, refuted=True)
    climbed[0].checks.append(remark(verdicts.warns(9.0, "4", {"inputs-not-scaled": "they reach 255"})))
    climbed[2].checks.append(row("beats-constant", CONSEQUENCE)(verdicts.passes(0.09, limit=0.1)))
    climbed[2].checks.append(CLAIMED(verdicts.passes("val/accuracy ≥ 0.4", said)))
    assert weighing.clear(climbed, 0) == cleared


CLAIMED = Check("claimed-figures", CONSEQUENCE, lambda measured: measured, to_the_end=True)


@pytest.mark.parametrize(
    ("kind", "cause", "declared", "doubted", "status"),
    [
        (INDICATOR, "inputs-not-scaled", False, False, "pass"),
        (INDICATOR, "scaler-fitted-on-all-rows", False, False, "warn"),
        (INDICATOR, "inputs-not-scaled", True, False, "warn"),
        (CONTRACT, "inputs-not-scaled", False, False, "pass"),  # it only warned
        (CONTRACT, "inputs-not-scaled", False, True, "warn"),
        (CONSEQUENCE, "inputs-not-scaled", False, True, "pass"),
    ],
)
def test_a_hint_is_a_remark_where_what_is_claimed_is_reached(kind, cause, declared, doubted, status):
    climbed = rungs(ten="warn")
    hint = Check("scaled", kind, lambda measured: measured, declared=declared)(verdicts.warns(9, "4", {cause: "seen"}))
    hint.doubted = doubted
    assert weighing.is_open([verdicts.Rung("look", [PASSED, hint])]) is (status == "pass")
    climbed[0].checks.append(hint)
    climbed[2].checks.append(CLAIMED(verdicts.passes("val/accuracy ≥ 0.4", REACHED)))
    weighing.clear(climbed, 0)
    assert hint.status == status


@pytest.mark.parametrize(("said", "status"), [("Self-adjoint eigen decomposition", "pass"), ("no gradient", "warn")])
def test_a_matrix_that_one_sample_does_not_have_is_a_remark_where_what_is_claimed_is_reached(said, status):
    climbed = rungs(ten="pass")
    broken = crash.RUNS(ValueError(f"{said} was not successful"))
    broken.status, broken.doubted = "warn", True
    climbed[0].checks.append(broken)
    climbed[2].checks.append(CLAIMED(verdicts.passes("val/loss ≤ -2", REACHED)))
    weighing.clear(climbed, 0)
    assert broken.status == status


@pytest.mark.parametrize(("loss", "cleared"), [(0.04, ["loss/initial-loss"]), (0.06, [])])
def test_what_slows_learning_alone_is_refuted_where_half_of_what_there_is_has_been_learnt(loss, cleared):
    climbed = rungs()
    remark = Check("initial-loss", INDICATOR, lambda measured: measured, refuted=True)
    climbed[0].checks.append(remark(verdicts.warns(9.0, "4", {"inputs-not-scaled": "they reach 255"})))
    climbed[2].checks.append(row("beats-constant", CONSEQUENCE)(verdicts.passes(loss, limit=0.1)))
    assert weighing.clear(climbed, 0) == cleared


def not_learnt(status="fail"):
    return row("learnt", CONSEQUENCE)(verdicts.Finding(status, 0.3, "0.2", {"capacity-too-small": "a hint"}))


def test_few_samples_that_are_not_learnt_prove_no_fault_by_themselves():
    finding = not_learnt()
    weighing.undecided(finding, "ten", {})
    assert (finding.status, finding.unproved) == ("warn", True) and "the whole data decides" in finding.reason
    remarks = weighing.remarked([verdicts.Rung("ten", [finding])], unproved=False)
    assert remarks == {} and "capacity-too-small" in weighing.remarked([verdicts.Rung("ten", [finding])])


@pytest.mark.parametrize("evidence", ["a remark", "a proof", "of the whole data"])
def test_few_samples_that_are_not_learnt_fail_where_there_is_evidence(evidence):
    finding = not_learnt()
    if evidence == "a proof":
        finding.outcomes["softmax-twice"] = verdicts.Outcome("from_logits=false", "proved", "it passes")
    rung = "all" if evidence == "of the whole data" else "ten"
    weighing.undecided(finding, rung, {"inputs-not-scaled"} if evidence == "a remark" else set())
    assert (finding.status, finding.unproved) == ("fail", False)


@pytest.mark.parametrize(
    ("message", "rung", "status"),
    [
        ("Cholesky: Tensor had NaN values", "one", "pass"),
        ("Input matrix is not invertible.", "one", "pass"),
        ("Cholesky: Tensor had NaN values", "ten", "fail"),
        ("indices[3,1] = 50 is not in [0, 50)", "one", "fail"),
    ],
)
def test_what_one_sample_has_no_matrix_for_ten_may_have(message, rung, status):
    crashed = crash.RUNS(ValueError(message))
    weighing.undecided(crashed, rung, {})
    climbed = [verdicts.Rung(rung, [crashed]), *rungs()[1:]]
    weighing.clear(climbed, 0)
    assert crashed.status == status


@pytest.mark.parametrize(("loss", "status"), [(0.1, "pass"), (0.4, "warn")])
def test_what_no_try_could_explain_is_refuted_by_a_lower_loss_of_the_whole_data(loss, status):
    finding = not_learnt()
    weighing.undecided(finding, "ten", {})
    falls = row("loss-falls", CONSEQUENCE)(verdicts.passes(loss))
    weighing.clear([verdicts.Rung("ten", [finding]), verdicts.Rung("all", [falls])], 0)
    assert finding.status == status


class Trained:
    """A training of 500 of 5,000 steps, which took so many seconds, or the whole of it."""

    def __init__(self, seconds, over=False):
        self.over, self.given = over, SimpleNamespace(result={"seconds": seconds})
        self.program = SimpleNamespace(plan=SimpleNamespace(steps=5000), steps=500)


@pytest.mark.parametrize(
    ("seconds", "over", "status", "said"),
    [
        (5.0, False, "pass", "asked of all 5,000 steps: after 500 it failed"),
        (90.0, False, "warn", "after 500 of 5,000 steps, which take about 15 min: recipe.steps=5000 asks it of all"),
        (5.0, True, "fail", ""),
    ],
)
def test_a_consequence_fails_only_after_the_whole_training(seconds, over, status, said):
    ends = Check("loss-falls", CONSEQUENCE, lambda measured: verdicts.Finding(measured, 1.0, "less"))
    finding = climb.to_the_end(ends("fail"), Trained(seconds, over), lambda: "pass", lambda words: None, 60)
    assert (finding.status, finding.reason) == (status, said)


@pytest.mark.parametrize(
    ("seconds", "most", "status", "said"),
    [
        (0.4, 15, "warn", "asked of all 5,000 steps"),
        (5.0, 15, "pass", "after 500 of 5,000 steps, which take about 50 s: recipe.steps=5000 asks it of all"),
        (5.0, 60, "warn", "asked of all 5,000 steps"),
    ],
)
def test_what_a_training_ends_with_is_asked_of_the_whole_where_that_is_short(seconds, most, status, said):
    ends = Check("claimed-figures", CONSEQUENCE, lambda measured: verdicts.Finding(measured, 1.0, "more"))
    finding = climb.to_the_end(ends("pass"), Trained(seconds), lambda: "warn", lambda words: None, most)
    assert (finding.status, finding.reason) == (status, said)


def test_a_whole_training_that_breaks_is_a_finding():
    def whole():
        raise KeyError("image")

    ends = Check("loss-falls", CONSEQUENCE, lambda measured: verdicts.Finding(measured, 1.0, "less"))
    finding = climb.to_the_end(ends("fail"), Trained(5.0), whole, lambda words: None, 60)
    assert (finding.status, finding.check.name) == ("fail", "runs") and "KeyError" in finding.measured


@pytest.mark.parametrize(("rung", "statuses"), [("loss", ["skip", "pass"]), ("look", ["fail"])])
def test_a_loss_need_not_take_predictions_that_are_made_up(monkeypatch, rung, statuses):
    def of_two_columns(y_true, y_pred):
        return keras.ops.mean(y_pred[:, 1] - y_true[:, 0])

    def asks(measured):
        return density.integrals(of_two_columns, np.zeros((4, 1)), np.zeros((4, 1)), counts=True)

    asked = SimpleNamespace(CHECKS=[Check("density", CONTRACT, asks), row("finite")])
    monkeypatch.setattr(climb, "module_of", lambda name: asked)
    program = SimpleNamespace(cfg=OmegaConf.create({"recipe": {"checks": {}}}))
    found = list(climb.findings(rung, program, lambda: verdicts.passes("whole")))
    assert [finding.status for finding in found] == statuses and found[0].check.name in ("density", "runs")


def test_a_fault_of_the_recipe_is_none_of_the_program_and_the_other_checks_are_asked(monkeypatch):
    def breaks(measured):
        return np.broadcast_to(np.zeros(3), ())

    breaks = types.FunctionType(  # as if it stood in recipe/
        breaks.__code__.replace(co_filename=str(project.PACKAGE / "recipe/checks/some.py")), globals()
    )
    asked = SimpleNamespace(CHECKS=[Check("shapes", CONTRACT, breaks), row("finite")])
    monkeypatch.setattr(climb, "module_of", lambda name: asked)
    program = SimpleNamespace(cfg=OmegaConf.create({"recipe": {"checks": {}}}))
    broken, whole = climb.findings("look", program, lambda: verdicts.passes("whole"))
    assert (broken.status, broken.reason) == ("warn", "in shapes: a fault of the recipe, not of the program")
    assert whole.status == "pass"


def test_an_indicator_alone_never_fails():
    found = [Check("one", kind, lambda m: verdicts.fails(1, "0", DEAD))(None) for kind in (INDICATOR, CONTRACT)]
    assert [finding.status for finding in found] == ["warn", "fail"]


def test_what_was_tried_stands_in_the_json():
    cause, _ = verdicts.check_as_json(tried().checks[-1])["causes"]
    assert (cause["tried"], cause["outcome"]) == ("loss.function.from_logits=false", "proved")
    assert cause["because"].startswith(
        "with loss.function.from_logits=false it passes (0.004), under 3 seeds; it stops"
    )


class Paced:
    """A program whose trainings have 400 steps of 10 ms in 4 epochs, and whose first takes 3 s."""

    cfg, steps = OmegaConf.create({"training": {"subset": {"steps": 100}, "epochs": 4}}), 400

    def __init__(self, whole=400):
        self.plan = SimpleNamespace(steps_per_epoch=100, steps=whole)

    def pace(self):
        return 3.0, 0.01


def test_how_long_the_long_rungs_take_follows_from_the_steps_just_measured():
    one = verdicts.Rung("one", [PASSED], seconds=2.0)
    # 2 s + 100 * 0.01 s; 4 trainings of 2 s + 400 * 0.01 s + 4 * 0.03 s
    said = "ten up to about 3 s, all up to about 24 s, at 100 steps a second"
    assert duration.said(["ten", "all"], Paced(), [one]) == said
    # 4 trainings of 3 s + 400 * 0.01 s + 4 * 0.03 s
    assert duration.said(["all"], Paced(), []) == "all up to about 28 s, at 100 steps a second"


@pytest.mark.parametrize(("whole", "claims", "seconds"), [(450, ["net"], 22), (450, [], 17), (4000, ["net"], 17)])
def test_a_claim_of_the_end_takes_a_whole_training_where_that_is_short(monkeypatch, whole, claims, seconds):
    monkeypatch.setattr(duration.as_claimed, "of_the_end", lambda cfg: claims)
    quick = verdicts.Rung("one", [PASSED], seconds=0.2)
    said = duration.said(["all"], Paced(whole), [quick])
    assert said == f"all up to about {seconds} s, at 100 steps a second"


def test_a_program_that_cannot_be_trained_is_given_no_time():
    class Broken(Paced):
        def pace(self):
            raise ValueError

    assert duration.said(["ten"], Broken(), []) == ""


@pytest.mark.parametrize(("seconds", "said"), [(119.4, "119 s"), (120, "2 min"), (7300, "2 h")])
def test_a_time_is_told_in_a_unit_of_its_size(seconds, said):
    assert printing.duration(seconds) == said


@pytest.mark.parametrize(("rung", "status"), [("one", "pass"), ("ten", "fail")])
def test_a_statistic_of_one_sample_that_is_no_number_is_refuted_by_ten(rung, status):
    finding = row("finite", CONSEQUENCE)(verdicts.fails("NaN", "a finite loss to the end", {"term-missing": "NaN"}))
    weighing.undecided(finding, rung, set())
    ten, falls = row("learnt", CONSEQUENCE)(PASSED), row("loss-falls", CONSEQUENCE)(verdicts.passes(0.1))
    by_name = {"ten": [ten], "all": [falls]} | ({"one": [finding]} if rung == "one" else {"ten": [finding]})
    weighing.clear([verdicts.Rung(name, found) for name, found in by_name.items()], 0)
    assert finding.status == status
